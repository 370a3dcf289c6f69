import type { PlanImport } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { digestOf, sentOut } from '@/features/outward/digest';
import { useVenues } from '@/features/venues/useVenues';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { outgoing } from '@/lib/text/outward';
import { useAccount } from '@/lib/tokens';
import { h5Address } from '@/platform/h5-address';
import { Article } from './Article';

const { outward: words } = outgoing;

/** What a sheet made public and is still to come: one text of it all, and each with its own link, card, poster, text. */
export function PlanWays({ id }: { id: Id }) {
  const account = useAccount();
  const found = useQuery({
    queryKey: ['plan-import', id, 'outward'],
    queryFn: ({ signal }) => api('GET /plan-imports/:id', { params: { id }, signal }),
    enabled: account !== null,
    staleTime: 0,
  });
  return (
    <Desk on="plans" title={words.title} sub={found.data?.title}>
      {() => (
        <>
          {found.isPending && <Skeleton cards={3} />}
          {found.isError && !found.data && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
          {found.data && <Digest plan={found.data} />}
        </>
      )}
    </Desk>
  );
}

function Digest({ plan }: { plan: PlanImport }) {
  const { units } = useMyUnits();
  const { venues } = useVenues('');
  const items = sentOut(plan.items, units, venues, serverNow());
  if (items.length === 0) return <Empty icon="share" title={words.notYet} />;
  const text = digestOf(plan.title, items, (event) => h5Address(routes.event(event)));
  return (
    <View className="setup">
      <View className="setup__main">
        <Article title={words.digest} text={text} />
      </View>
      <View className="setup__side">
        <Group head={words.each}>
          {items.map(({ eventId, theme, when }, i) => (
            <Cell
              key={eventId}
              className={i ? 'rule' : undefined}
              sub={when}
              onTap={() => open(editorUrls.outward(eventId))}
            >
              {theme}
            </Cell>
          ))}
        </Group>
      </View>
    </View>
  );
}
