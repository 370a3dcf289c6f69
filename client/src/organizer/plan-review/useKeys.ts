import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { listenKeys } from '@/platform/keys';

/** Keys do something only while this page is the one in sight. Letters count in either case. */
export function useKeys(acts: readonly [names: string[], act: () => void][]): void {
  const latest = useRef(acts);
  latest.current = acts;
  const shown = useRef(true);
  useDidShow(() => {
    shown.current = true;
  });
  useDidHide(() => {
    shown.current = false;
  });
  useEffect(
    () =>
      listenKeys((key) => {
        const own = latest.current.find(([names]) => names.includes(key) || names.includes(key.toLowerCase()));
        if (!shown.current || !own) return false;
        own[1]();
        return true;
      }),
    [],
  );
}
