import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Phrase } from '@/components/Phrase';
import { Stepper } from '@/components/Stepper';
import { registering } from '@/lib/text/registering';

const { form: words } = registering;

export interface PartySizeProps {
  seats: number;
  max: number;
  /** What the line below 几个人来 says about room. */
  room: string;
  error?: string;
  onSeats: (seats: number) => void;
}

/** 几个人来, with a stepper. */
export function PartySize({ seats, max, room, error, onSeats }: PartySizeProps) {
  const sub = (
    <>
      <Phrase>{room}</Phrase>
      {error && (
        <View className="bad" role="alert">
          {error}
        </View>
      )}
    </>
  );
  return (
    <Cell id="at-seats" sub={sub} control={<Stepper value={seats} min={1} max={max} onChange={onSeats} />}>
      {words.howMany}
    </Cell>
  );
}

export interface CompanionFieldsProps {
  session: Pick<SessionDetail, 'companions' | 'asksChildren'>;
  seats: number;
  names: string[];
  childCount: number;
  /** What is wrong with the first companion that has no name. */
  error?: { place: number; line: string } | null;
  onNames: (names: string[]) => void;
  onChildCount: (count: number) => void;
}

/** Who comes along: named where the session asks for names, and how many of them are children. */
export function CompanionFields(props: CompanionFieldsProps) {
  const { session, seats, names, childCount, error, onNames, onChildCount } = props;
  const most = seats - 1;
  return (
    <>
      {session.companions === 'named' &&
        Array.from({ length: most }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: companions have no identity but their place
          <View key={place} id={error?.place === place ? 'at-companions' : undefined} className="rule">
            <Field
              label={words.companion(place + 2)}
              value={names[place] ?? ''}
              placeholder={words.companionHint}
              maxlength={20}
              error={error?.place === place ? error.line : null}
              onChange={(name) => {
                const next = Array.from({ length: most }, (_unused, at) => names[at] ?? '');
                next[place] = name;
                onNames(next);
              }}
            />
          </View>
        ))}
      {session.asksChildren && most > 0 && (
        <Cell
          className="rule"
          sub={words.childrenSub}
          control={<Stepper value={Math.min(childCount, most)} min={0} max={most} onChange={onChildCount} />}
        >
          {words.children}
        </Cell>
      )}
    </>
  );
}
