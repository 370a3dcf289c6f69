import { useLayoutEffect, useState } from 'react';
import { holdFocus } from '@/platform/hold-focus';

let layers = 0;

/** The id a layer over the page is to carry: while it is `open` the keyboard's focus stays inside, and then goes back. */
export function useHeldFocus(open = true): string {
  const [id] = useState(() => `layer-${++layers}`);
  useLayoutEffect(() => (open ? holdFocus(id) : undefined), [id, open]);
  return id;
}
