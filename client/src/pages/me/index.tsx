import { dayText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Switch } from '@/components/Switch';
import { ProfileSheet } from '@/features/accounts/ProfileSheet';
import { useSilentSignIn, whenSignedIn } from '@/features/accounts/sign-in';
import { useMyFollows } from '@/features/follows/useMyFollows';
import { useUnread } from '@/features/messages/useUnread';
import { PlaceSheet } from '@/features/places/PlaceSheet';
import { usePlace } from '@/features/places/place';
import { useMyRestrictions } from '@/features/registrations/useMyRestrictions';
import { Tabs } from '@/features/tabs/Tabs';
import { ApiError } from '@/lib/api-error';
import { signOut } from '@/lib/auth';
import { serverNow } from '@/lib/clock';
import { setLargeType, useLargeType } from '@/lib/large-type';
import { open, routes } from '@/lib/routes';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';

const { me: words } = registering;

/** 我: who I am, how large the letters are, and where to turn. */
export default function MePage() {
  const account = useAccount();
  const large = useLargeType((state) => state.large);
  const place = usePlace((state) => state.place);
  const [sheet, setSheet] = useState<'profile' | 'place' | null>(null);
  const close = () => setSheet(null);
  const atWork = account && account.role !== 'resident';
  const looks = account?.role === 'observer';
  const atDesk = atWork && account.role !== 'staff';

  return (
    <Page foot="tabs">
      <Group>{account ? <Who onChange={() => setSheet('profile')} /> : <Nobody />}</Group>
      {atWork && (
        <Group>
          {!looks && (
            <Cell icon="scan" sub={words.doorSub} onTap={() => open(routes.door)}>
              {words.door}
            </Cell>
          )}
          {atDesk && (
            <Cell icon="chart" sub={words.deskSub} onTap={() => open(routes.desk)}>
              {words.desk}
            </Cell>
          )}
        </Group>
      )}
      <Group>
        <Inbox />
        <Cell icon="pencil" onTap={() => open(routes.suggestions)}>
          {words.suggestions}
        </Cell>
        <Follows />
        <Cell icon="family" onTap={() => whenSignedIn(() => open(routes.family))}>
          {words.family}
        </Cell>
      </Group>
      {account && (
        <Group>
          <Restrictions />
          <Cell icon="ticket" sub={words.claimSub} onTap={() => open(routes.claim)}>
            {words.claim}
          </Cell>
        </Group>
      )}
      <Group>
        <Switch icon="text" on={large} label={words.large} sub={words.largeSub} onChange={setLargeType} />
        <Cell icon="pin" value={place?.name ?? words.noPlace} onTap={() => setSheet('place')}>
          {words.place}
        </Cell>
        {account && (
          <Cell icon="phone" sub={words.signInsSub} onTap={() => open(routes.signIns)}>
            {words.signIns}
          </Cell>
        )}
        <Cell icon="lock" sub={words.dataSub} onTap={() => whenSignedIn(() => open(routes.myData))}>
          {words.data}
        </Cell>
      </Group>
      <Group>
        <Cell icon="flag" sub={words.helpSub} onTap={() => open(routes.suggest('complaint'))}>
          {words.help}
        </Cell>
        <Cell icon="doc" onTap={() => open(routes.privacy)}>
          {words.privacy}
        </Cell>
        <Cell icon="info" onTap={() => open(routes.about)}>
          {words.about}
        </Cell>
      </Group>
      {account && <SignOut />}
      <Tabs on="me" />
      {sheet === 'profile' && <ProfileSheet onClose={close} />}
      {sheet === 'place' && <PlaceSheet onClose={close} />}
    </Page>
  );
}

function Who({ onChange }: { onChange: () => void }) {
  const account = useAccount();
  if (!account) return null;
  const phone = account.phoneLast4 ? registering.form.last4(account.phoneLast4) : words.noPhone;
  const at = account.role === 'resident' ? phone : [ROLE_WORDS[account.role], account.organizer?.name].filter(Boolean);
  return (
    <Cell sub={Array.isArray(at) ? at.join('，') : at} value={words.change} onTap={onChange}>
      <View className="title">{account.name || words.noName}</View>
    </Cell>
  );
}

function Inbox() {
  const { unread, refetch } = useUnread();
  useDidShow(() => void refetch());
  return (
    <Cell icon="bell" value={unread > 0 && words.unread(unread)} onTap={() => whenSignedIn(() => open(routes.inbox))}>
      {words.inbox}
    </Cell>
  );
}

function Follows() {
  const { data } = useMyFollows();
  return (
    <Cell
      icon="eye"
      value={data && words.followsOf(data.organizers.length, data.events.length)}
      onTap={() => whenSignedIn(() => open(routes.follows))}
    >
      {words.follows}
    </Cell>
  );
}

/** What was registered for and not come to; whether that holds anything back now. */
function Restrictions() {
  const { until } = useMyRestrictions();
  const value = until ? words.restrictionsUntil(dayText(until, serverNow())) : words.restrictionsNone;
  return (
    <Cell icon="clock" value={value} onTap={() => open(routes.restrictions)}>
      {words.restrictions}
    </Cell>
  );
}

function Nobody() {
  useSilentSignIn();
  return (
    <Cell sub={words.noneSub} value={words.signIn} onTap={() => whenSignedIn(() => undefined)}>
      <View className="title">{words.none}</View>
    </Cell>
  );
}

function SignOut() {
  const leave = () => {
    signOut().catch((failure: unknown) => {
      // Signed out on this phone; the server forgets the token when it ends.
      if (!(failure instanceof ApiError)) throw failure;
    });
  };
  return (
    <Button kind="white" onTap={leave}>
      {words.signOut}
    </Button>
  );
}
