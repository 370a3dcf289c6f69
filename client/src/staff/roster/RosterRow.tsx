import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { clock } from '@/features/door/door-words';
import { door } from '@/lib/text/door';
import { type Found, markDigits } from './roster-search';

const { roster: words } = door;

interface RowProps {
  found: Found;
  /** What was searched for, marked in the digits. */
  wanted: string;
}

/** One who may still come in. */
export function MissingRow({ found, wanted, onAdmit }: RowProps & { onAdmit: () => void }) {
  const { seats } = found.entry;
  const text = found.arrived > 0 ? words.admitRest(found.seatsLeft) : seats > 1 ? words.admitAll(seats) : words.admit;
  return (
    <View className="man">
      <Who found={found} wanted={wanted} />
      <Button kind="soft" className="man__btn" onTap={onAdmit}>
        {text}
      </Button>
    </View>
  );
}

/** One who is in, or whose registration does not stand. */
export function OtherRow({ found, wanted, where }: RowProps & { where: string }) {
  const { entry, arrived, arrivedAt } = found;
  return (
    <View className="man">
      <Who found={found} wanted={wanted} />
      <View className="man__st">
        {arrived > 0 && arrivedAt ? (
          <>
            <View className="ok strong">
              <Icon name="check" /> {words.in}
            </View>
            <View className="dim">
              {where} {clock(arrivedAt)}
            </View>
          </>
        ) : (
          <>
            <View className="dim strong">{words.states[entry.status]}</View>
            <View className="dim">{words.canWalkIn}</View>
          </>
        )}
      </View>
    </View>
  );
}

function Who({ found: { entry, arrived, seatsLeft }, wanted }: RowProps) {
  const partly = arrived > 0 && seatsLeft > 0;
  const [before, hit, after] = markDigits(entry.last4 ?? '', wanted);
  return (
    <View className="grow">
      <View className="man__n">{entry.name}</View>
      <View className="man__s">
        {entry.last4 && (
          <Text className="man__part">
            {words.tail} {before}
            {hit && <Text className="man__hit">{hit}</Text>}
            {after}
          </Text>
        )}
        {partly ? (
          <Text className="man__part">{words.partly(entry.seats, arrived)}</Text>
        ) : (
          <>
            <Text className="man__part">{door.people(entry.seats)}</Text>
            <Text className="man__part">{entry.quota}</Text>
          </>
        )}
      </View>
    </View>
  );
}
