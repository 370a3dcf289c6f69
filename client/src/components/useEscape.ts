import { useEffect, useRef } from 'react';
import { onEscape } from '@/platform/keys';

/** Esc, and on the web Back too, closes what lies over the page, the topmost first. `open` = it is there now. */
export function useEscape(close: () => void, open = true): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => (open ? onEscape(() => latest.current()) : undefined), [open]);
}
