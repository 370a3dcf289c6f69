import type { Id } from '@openday/shared/wire';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { SayingSheet } from '@/components/SayingSheet';
import { record } from '@/features/door/recording';
import { say } from '@/lib/say';
import { door } from '@/lib/text/door';
import { doorCrew } from '@/lib/text/door-crew';

const { correction: words } = doorCrew;

/** The hand count itself, counted again: a fact of its own, with why. */
export function CorrectionSheet(props: { sessionId: Id; count: number; onClose: () => void }) {
  const { sessionId, count, onClose } = props;
  const [typed, setTyped] = useState(String(count));
  const seats = Number(typed);
  const valid = /^\d{1,5}$/.test(typed);
  const correct = (reason: string) => {
    const fact = record(sessionId, { kind: 'correction', seats, shown: 'none', reason });
    say(fact ? words.done(seats) : door.scan.notStored);
    if (fact) onClose();
  };
  return (
    <SayingSheet
      title={words.title}
      sub={words.sub}
      presets={words.presets}
      own={words.own}
      most={60}
      submit={words.submit(seats)}
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
