import { rangeText } from '@openday/shared/dates';
import type { MyFollows } from '@openday/shared/me';
import { useDidShow } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Skeleton } from '@/components/Skeleton';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { useMyFollows } from '@/features/follows/useMyFollows';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { useKeptView } from '@/lib/kept-views';
import { open, openTab, routes } from '@/lib/routes';
import { mineData } from '@/lib/text/mine-data';
import { useAccount } from '@/lib/tokens';
import { FollowRow } from './FollowRow';

const { follows: words } = mineData;

/** 我关注的: units and activities, with what comes next of each; let go by one tap, and taken back by another. */
export default function FollowsPage() {
  const account = useAccount();
  const found = useMyFollows();
  const { data, keptAt } = useKeptView('follows', found);
  const again = () => void found.refetch();
  useDidShow(() => void (account && again()));
  const empty = data && data.organizers.length + data.events.length === 0;
  return (
    <Page>
      {!account && <SignInFirst />}
      {account && found.isPending && !data && <Skeleton cards={3} height={72} />}
      {found.isError && !data && <Failed failure={found.error} onAgain={again} />}
      {keptAt && <KeptNotice at={keptAt} busy={found.isFetching} onAgain={again} />}
      {empty && (
        <Empty
          icon="bell"
          title={words.none}
          acts={
            <Button kind="primary" onTap={() => openTab(routes.discover)}>
              {words.find}
            </Button>
          }
        >
          {words.noneSub}
        </Empty>
      )}
      {data && data.organizers.length > 0 && (
        <Group head={words.units}>
          {data.organizers.map(({ id, name, next }) => (
            <FollowRow
              key={id}
              name={name}
              sub={next ? words.next(rangeText(next.startsAt, next.endsAt, serverNow())) : words.noNext}
              more={next?.theme}
              onOpen={next ? () => open(routes.event(next.eventId, next.id)) : undefined}
              follow={(on) =>
                api(on ? 'POST /organizers/:id/follow' : 'DELETE /organizers/:id/follow', { params: { id } })
              }
            />
          ))}
        </Group>
      )}
      {data && data.events.length > 0 && (
        <Group head={words.events}>
          {data.events.map((event) => (
            <FollowRow
              key={event.id}
              name={event.theme}
              sub={nextOf(event)}
              more={event.organizer.name}
              onOpen={() => open(routes.event(event.id))}
              follow={(on) =>
                api(on ? 'POST /events/:id/follow' : 'DELETE /events/:id/follow', { params: { id: event.id } })
              }
            />
          ))}
        </Group>
      )}
    </Page>
  );
}

function nextOf({ state, windowText, next }: MyFollows['events'][number]): string {
  if (next) return words.nextAt(rangeText(next.startsAt, next.endsAt, serverNow()), next.venue);
  if (state === 'cancelled') return words.cancelled;
  return state === 'announced' && windowText ? words.undated(windowText) : words.over;
}
