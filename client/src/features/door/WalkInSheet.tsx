import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { door } from '@/lib/text/door';
import './door.scss';

const { walkIn: words } = door;
const MOST = 50;
type Reason = (typeof words.reasons)[number]['key'];

interface WalkIn {
  seats: number;
  reason?: string;
}

export interface WalkInSheetProps {
  /** Seats nobody has; null = no limit. More is never refused, only explained. */
  room: number | null;
  onAdmit: (walkIn: WalkIn) => void;
  onClose: () => void;
}

/** Lets in who is not on the list. */
export function WalkInSheet({ room, onAdmit, onClose }: WalkInSheetProps) {
  const [seats, setSeats] = useState(1);
  const [reason, setReason] = useState<Reason | null>(null);
  const [own, setOwn] = useState('');
  const over = room === null ? 0 : Math.max(0, seats - room);
  const standard = words.reasons.find(({ key }) => key === reason)?.text;
  const why = reason === 'other' ? own.trim() : standard;
  const ready = over === 0 || Boolean(why);

  return (
    <Sheet
      title={words.title}
      label={words.title}
      foot={
        <Button
          kind="primary"
          className="door__big"
          off={!ready}
          onTap={() => onAdmit(over > 0 ? { seats, reason: why } : { seats })}
        >
          {ready ? words.submit(seats) : words.pickFirst}
        </Button>
      }
      onClose={onClose}
    >
      <Group>
        <View className="cell steps">
          <View className="steps__label">
            {words.howMany}
            {room !== null && <View className="cell__sub">{room > 0 ? words.room(room) : words.full}</View>}
          </View>
          <Stepper big value={seats} min={1} max={MOST} onChange={setSeats} />
        </View>
      </Group>
      {over > 0 && (
        <>
          <Notice icon="alert">{words.over(over)}</Notice>
          <Group>
            {words.reasons.map(({ key, text }) => (
              <Tap key={key} role="radio" checked={key === reason} className="cell" onTap={() => setReason(key)}>
                <View className={classes('reason__dot', key === reason && 'reason__dot--on')} />
                <View className="grow">{text}</View>
              </Tap>
            ))}
            {reason === 'other' && <Field label={words.why} value={own} maxlength={60} long onChange={setOwn} />}
          </Group>
        </>
      )}
    </Sheet>
  );
}
