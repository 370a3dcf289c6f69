import type { Id } from '@openday/shared/wire';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { SayingSheet } from '@/components/SayingSheet';
import { say } from '@/lib/say';
import { door } from '@/lib/text/door';
import { doorCrew } from '@/lib/text/door-crew';
import { record } from './recording';
import { useOnce } from './useOnce';

const { correction: words } = doorCrew;

export interface CorrectionSheetProps {
  sessionId: Id;
  /** The hand count so far; null = nobody counted. */
  count: number | null;
  onClose: () => void;
}

/** The hand count itself, said or counted again: a fact of its own, with why. */
export function CorrectionSheet({ sessionId, count, onClose }: CorrectionSheetProps) {
  const said = count === null ? words.first : words;
  const once = useOnce();
  const [typed, setTyped] = useState(count === null ? '' : String(count));
  const seats = Number(typed);
  const valid = /^\d{1,5}$/.test(typed);
  const correct = (reason: string) =>
    once(async () => {
      const fact = await record(sessionId, { kind: 'correction', seats, shown: 'none', reason });
      say(fact ? said.done(seats) : door.scan.notStored);
      if (fact) onClose();
    });
  return (
    <SayingSheet
      title={said.title}
      sub={said.sub}
      presets={said.presets}
      own={words.own}
      most={60}
      submit={said.submit(seats)}
      empty={words.empty}
      off={!valid}
      onSay={correct}
      onClose={onClose}
    >
      <Group>
        <Field id="hand-count" label={words.now} type="number" value={typed} maxlength={5} onChange={setTyped} />
      </Group>
    </SayingSheet>
  );
}
