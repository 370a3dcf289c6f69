import { readCode } from '@openday/shared/check-in-code';
import { judge, type Verdict } from '@openday/shared/door-verdict';
import type { Id } from '@openday/shared/wire';
import { useCallback, useEffect, useRef, useState } from 'react';
import { record } from '@/features/door/recording';
import type { OpenDoor } from '@/features/door/useDoor';
import { useOnce } from '@/features/door/useOnce';
import { serverNow } from '@/lib/clock';
import { verdicts } from '@/lib/text/verdicts';
import { type Chime, openChime } from '@/platform/chime';
import { signal } from './signal';

/** A recorded party of one gives the camera back after this long. */
const ONE_SHOWN_MS = 2000;
/** The code just answered is in view a while yet: it is read again only after it was gone this long. */
const GONE_MS = 2500;

interface Answer {
  code: string;
  verdict: Verdict;
  /** What was recorded without asking: a good code of one. */
  recorded: boolean;
}

interface Scanner {
  answer: Answer | null;
  onCode: (code: string) => void;
  /** Lets so many of the answered party in; the answer stays where the phone has no room to record it. */
  admit: (seats: number) => void;
  /** Back to the camera. */
  next: () => void;
}

/** From the code in view to the answer on the screen and the fact in the storage. */
export function useScanner(sessionId: Id, door: OpenDoor): Scanner {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const chime = useRef<Chime | null>(null);
  const seen = useRef({ key: '', at: 0 });
  const once = useOnce();
  const now = useRef({ door, answer });
  now.current = { door, answer };

  const onCode = useCallback(
    (code: string) => {
      const key = readCode(code)?.registrationId ?? code;
      const still = key === seen.current.key && Date.now() - seen.current.at < GONE_MS;
      if (still) seen.current.at = Date.now();
      if (still || now.current.answer) return;
      once(async () => {
        seen.current = { key, at: Date.now() };
        const { kept, arrivals } = now.current.door;
        const verdict = judge(code, kept.pack, arrivals, serverNow());
        const alone = verdict.shown === 'go' && verdict.seatsLeft === 1;
        const recorded = alone && (await store(sessionId, code, verdict, 1));
        setAnswer({ code, verdict, recorded });
        signal(verdict.shown, chime.current);
      });
    },
    [sessionId, once],
  );

  useEffect(() => {
    const opened = openChime();
    chime.current = opened;
    return opened.close;
  }, []);

  const next = useCallback(() => setAnswer(null), []);

  useEffect(() => {
    if (!answer?.recorded) return undefined;
    const timer = setTimeout(next, ONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [answer, next]);

  const admit = (seats: number) => {
    if (!answer) return;
    once(async () => {
      if (await store(sessionId, answer.code, answer.verdict, seats)) next();
    });
  };
  return { answer, onCode, admit, next };
}

async function store(sessionId: Id, code: string, verdict: Verdict, seats: number): Promise<boolean> {
  const fact = await record(sessionId, {
    kind: 'scan',
    code: code.trim().toUpperCase(),
    registrationId: verdict.registrationId ?? undefined,
    seats,
    shown: verdict.shown,
    reason: verdicts.flags[verdict.case],
  });
  return fact !== null;
}
