import { type MutableRefObject, useEffect, useRef, useState } from 'react';

const STILL_MS = 700;

/** What hands on at once what is being typed; asked before it is published. */
export type Typing = MutableRefObject<Set<() => void>>;

/** What is being typed, handed on once the hand rests or leaves; what was stored stands until then. */
export function useTyped(
  stored: string,
  typing: Typing,
  hand: (typed: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(stored);
  const waiting = useRef<string | null>(null);
  const latest = useRef(hand);
  latest.current = hand;
  useEffect(() => {
    const flush = () => {
      const last = waiting.current;
      waiting.current = null;
      if (last !== null) latest.current(last);
    };
    const all = typing.current;
    all.add(flush);
    return () => {
      all.delete(flush);
      flush();
    };
  }, [typing]);
  useEffect(() => {
    if (waiting.current !== typed) return;
    const timer = setTimeout(() => {
      waiting.current = null;
      latest.current(typed);
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const type = (next: string) => {
    waiting.current = next;
    setTyped(next);
  };
  return [typed, type];
}
