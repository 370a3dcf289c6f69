import { clockText, dayText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Desk } from '@/features/desk/Desk';
import { useMayAct } from '@/features/desk/may-act';
import { DESK_PLACES } from '@/features/desk/places';
import { signOut } from '@/lib/auth';
import { serverNow } from '@/lib/clock';
import { setLargeType, useLargeType } from '@/lib/large-type';
import { open, openTab, routes } from '@/lib/routes';
import { sayFailure } from '@/lib/say';
import { desk } from '@/lib/text/desk';
import { useAccount } from '@/lib/tokens';
import { Coming } from './Coming';
import { Tasks } from './Tasks';
import './home.scss';

const { home: words } = desk;

/** B9: what waits for this unit today, and today's sessions alive. */
export default function HomePage() {
  const account = useAccount();
  const may = useMayAct();
  const [now, setNow] = useState(serverNow);
  useDidShow(() => setNow(serverNow()));
  const where = [account?.organizer?.name ?? desk.wholeDistrict, `${dayText(now, now)} ${clockText(now)}`];
  return (
    <Desk on="home" title={may ? words.title : words.looked} sub={where.join(' · ')}>
      {() => (
        <>
          <View className="home">
            <View className="home__main">
              <Tasks />
            </View>
            <View className="home__side">
              <Coming />
            </View>
          </View>
          <Features />
        </>
      )}
    </Desk>
  );
}

/** On a phone the side list is at the end of the home page. */
function Features() {
  const account = useAccount();
  const large = useLargeType((state) => state.large);
  return (
    <View className="narrow-only">
      <View className="sec">{desk.allFeatures}</View>
      <Group>
        {DESK_PLACES.filter(({ key }) => key !== 'home').map(({ key, icon, text, url }) => (
          <Cell key={key} icon={icon} onTap={() => open(url)}>
            {text}
          </Cell>
        ))}
        <Cell icon="eye" onTap={() => openTab(routes.discover)}>
          {desk.residentView}
        </Cell>
        <Cell icon="text" onTap={() => setLargeType(!large)}>
          {desk.typeSize(large)}
        </Cell>
        <Cell icon="user" onTap={() => void signOut().catch(sayFailure)}>
          {desk.leave(account?.name ?? '')}
        </Cell>
      </Group>
    </View>
  );
}
