import type { Id } from '@openday/shared/wire';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { readStored } from '@/lib/stored';

/** Whether this phone has seen an answer to the two questions for the registration: then it is changed, not asked for. */
export function useRated(registration: Id): boolean {
  const read = () => readStored('rated')?.includes(registration) ?? false;
  const [rated, setRated] = useState(read);
  useDidShow(() => setRated(read()));
  return rated;
}
