import type { Verdict } from '@openday/shared/door-verdict';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { Stepper } from '@/components/Stepper';
import { classes } from '@/lib/classes';
import { verdicts as words } from '@/lib/text/verdicts';
import { DoorBar } from './DoorBar';
import { type VerdictAct, type VerdictContext, verdictWords } from './verdict-words';

export interface VerdictViewProps {
  title: string;
  verdict: Verdict;
  context: VerdictContext;
  /** Recorded already, without a tap. */
  recorded: boolean;
  /** The phone took no record: said instead of done. */
  full: boolean;
  /** A line about the upload, where it is not clean. */
  note: string;
  onAct: (act: VerdictAct, seats: number) => void;
  onUndo: () => void;
}

/** The answer to a code: its colour is the page, its word is read from a metre away. */
export function VerdictView(props: VerdictViewProps) {
  const { title, verdict, context, recorded, full, note, onAct, onUndo } = props;
  const { shown, seatsLeft } = verdict;
  const [seats, setSeats] = useState(() => Math.max(1, expected(verdict)));
  const lines = verdictWords(verdict, context);
  const admits = lines.acts.some(({ act }) => act === 'admit');
  const textOf = (act: VerdictAct, text: string) => (act === 'admit' ? admitText(verdict, seats) : text);
  return (
    <View className={classes('v', `v--${shown}`)} role="alert" data-case={verdict.case}>
      <DoorBar title={title} onBack={() => onAct('next', 0)} />
      <View className="v__body">
        {shown === 'go' ? (
          <>
            <View className="v__row">
              <Icon name={lines.icon} className="v__icon" />
              <Text className="v__word v__word--go">{lines.word}</Text>
            </View>
            <View className="v__n">
              {recorded ? 1 : seatsLeft}
              <Text className="v__unit">人</Text>
            </View>
          </>
        ) : (
          <>
            <Icon name={lines.icon} className="v__icon" />
            <View className="v__word">{lines.word}</View>
            {lines.big && <View className="v__big">{lines.big}</View>}
          </>
        )}
        {lines.who && (
          <View className="v__who">
            <Phrase>{lines.who}</Phrase>
          </View>
        )}
        {lines.why && (
          <View className="v__why">
            <Phrase>{lines.why}</Phrase>
          </View>
        )}
      </View>
      <View className="v__foot">
        {lines.what && <View className="v__do">{lines.what}</View>}
        {lines.what2 && <View className="v__do2">{lines.what2}</View>}
        {admits && !recorded && seatsLeft > 1 && (
          <View className="v__party">
            <Text className="v__do">{words.party}</Text>
            <Stepper big value={seats} min={1} max={seatsLeft} onChange={setSeats} />
          </View>
        )}
        {full && <View className="v__full">{words.full}</View>}
        {recorded ? (
          <Recorded onUndo={onUndo} onNext={() => onAct('next', 0)} />
        ) : (
          lines.acts.map(({ act, text }, index) => (
            <Button
              key={act}
              id={`act-${act}`}
              kind={index === 0 ? 'primary' : 'ink'}
              className={classes(index === 0 ? 'v__btn' : 'v__btn2', index === 0 && shown === 'go' && 'v__btn--go')}
              onTap={() => onAct(act, seats)}
            >
              {textOf(act, text)}
            </Button>
          ))
        )}
        {note && <View className="v__note">{note}</View>}
      </View>
    </View>
  );
}

function Recorded({ onUndo, onNext }: { onUndo: () => void; onNext: () => void }) {
  return (
    <>
      <View className="v__do center">{words.recorded(1)}</View>
      <View className="v__two">
        <Button kind="ink" icon="undo" className="v__btn2" onTap={onUndo}>
          {words.undo}
        </Button>
        <Button kind="primary" className="v__btn2 v__btn--go" onTap={onNext}>
          {words.next}
        </Button>
      </View>
    </>
  );
}

/** As many as the list still waits for; the code may state more, which the stepper allows. */
function expected({ entry, arrived, seatsLeft }: Verdict): number {
  return entry ? Math.min(seatsLeft, entry.seats - arrived) : seatsLeft;
}

function admitText({ shown, case: which }: Verdict, seats: number): string {
  if (shown === 'go') return words.go(seats);
  return which === 'old' ? words.match(seats) : words.admit(seats);
}
