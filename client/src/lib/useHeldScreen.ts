import { useEffect } from 'react';
import { holdScreen } from '@/platform/hold-screen';
import { useInSight } from './useInSight';

/** While the page is in sight the screen stays on, `bright` where the platform lets us; left, it is as it was. */
export function useHeldScreen({ bright = false } = {}): void {
  const shown = useInSight();
  useEffect(() => (shown ? holdScreen(bright) : undefined), [shown, bright]);
}
