import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { signOut } from '@/lib/auth';
import { classes } from '@/lib/classes';
import { setLargeType, useLargeType } from '@/lib/large-type';
import { openTab, routes } from '@/lib/routes';
import { sayFailure } from '@/lib/say';
import { desk } from '@/lib/text/desk';
import { useAccount } from '@/lib/tokens';
import { DESK_PLACES, type DeskPlace, go } from './places';

/** At the left of a wide screen: where I am, and the way out. */
export function Side({ on }: { on: DeskPlace }) {
  const account = useAccount();
  const large = useLargeType((state) => state.large);
  const { below } = useMyUnits();
  const whole = account?.role === 'district';
  return (
    <View className="side">
      <View className="side__mark">{desk.mark}</View>
      <View className="side__unit">
        <View className="strong">{account?.organizer?.name ?? desk.wholeDistrict}</View>
        <View className="small dim">{whole ? desk.units(below + 1) : desk.below(below)}</View>
      </View>
      {DESK_PLACES.map(({ key, icon, text, url }) => (
        <Tap
          key={key}
          className={classes('side__one', key === on && 'side__one--on')}
          role="link"
          onTap={() => (key === on ? undefined : go(url))}
        >
          <Icon name={icon} />
          {text}
        </Tap>
      ))}
      <View className="side__end">
        <Tap className="side__one" role="link" onTap={() => openTab(routes.discover)}>
          <Icon name="eye" />
          {desk.residentView}
        </Tap>
        <Tap className="side__one" onTap={() => setLargeType(!large)}>
          <Icon name="text" />
          {desk.typeSize(large)}
        </Tap>
        <Tap className="side__one" onTap={() => void signOut().catch(sayFailure)}>
          <Icon name="user" />
          {desk.leave(account?.name ?? '')}
        </Tap>
      </View>
    </View>
  );
}
