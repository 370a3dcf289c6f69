import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Phrase } from '@/components/Phrase';
import { Stepper } from '@/components/Stepper';
import { registering } from '@/lib/text/registering';

const { form: words } = registering;

export interface PartyFieldsProps {
  seats: number;
  max: number;
  /** What the line below 几个人来 says about room. */
  room: string;
  onSeats: (seats: number) => void;
}

/** 几个人来, with a stepper. */
export function PartySize({ seats, max, room, onSeats }: PartyFieldsProps) {
  return (
    <Cell sub={<Phrase>{room}</Phrase>} control={<Stepper value={seats} min={1} max={max} onChange={onSeats} />}>
      {words.howMany}
    </Cell>
  );
}

export interface CompanionFieldsProps {
  seats: number;
  names: string[];
  onNames: (names: string[]) => void;
}

/** One row for each who comes along; a form of address is enough, none is fine. */
export function CompanionFields({ seats, names, onNames }: CompanionFieldsProps) {
  return (
    <>
      {Array.from({ length: seats - 1 }, (_, place) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: companions have no identity but their place
          key={place}
          label={words.companion(place + 2)}
          value={names[place] ?? ''}
          placeholder={words.companionHint}
          maxlength={20}
          onChange={(name) => {
            const next = Array.from({ length: seats - 1 }, (_unused, at) => names[at] ?? '');
            next[place] = name;
            onNames(next);
          }}
        />
      ))}
    </>
  );
}
