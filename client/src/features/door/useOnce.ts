import { useCallback, useRef } from 'react';

/** Runs one thing at a time: a second tap while the storage is still writing records nothing twice. */
export function useOnce(): (act: () => Promise<unknown>) => void {
  const running = useRef(false);
  return useCallback((act) => {
    if (running.current) return;
    running.current = true;
    void act().finally(() => {
      running.current = false;
    });
  }, []);
}
