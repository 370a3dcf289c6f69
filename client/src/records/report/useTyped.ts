import { useEffect, useRef, useState } from 'react';

const STILL_MS = 700;

/** What is being typed, handed on once the hand rests or leaves; what was stored stands until then. */
export function useTyped(stored: string, hand: (typed: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(hand);
  latest.current = hand;
  const waiting = useRef<string | null>(null);
  waiting.current = typed !== null && typed !== stored ? typed : null;
  useEffect(() => {
    if (typed === null || typed === stored) return;
    const timer = setTimeout(() => latest.current(typed), STILL_MS);
    return () => clearTimeout(timer);
  }, [typed, stored]);
  useEffect(
    () => () => {
      if (waiting.current !== null) latest.current(waiting.current);
    },
    [],
  );
  return [typed ?? stored, setTyped];
}
