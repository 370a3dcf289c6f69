import { useLayoutEffect, useRef } from 'react';
import { onEscape } from '@/platform/keys';

/**
 * Esc, and on the web Back too, closes what lies over the page, the topmost first. `open` = it is there now. Heard from
 * before it is painted: on a busy machine a key comes sooner than an effect.
 */
export function useEscape(close: () => void, open = true): void {
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => (open ? onEscape(() => latest.current()) : undefined), [open]);
}
