import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tarojs/taro';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { api } from '@/lib/api';
import { outgoing } from '@/lib/text/outward';
import { useAccount } from '@/lib/tokens';
import { PlaceForm } from './PlaceForm';
import { SlotPanel } from './SlotPanel';
import '../acts.scss';
import './place.scss';

const { places: words } = outgoing;

/** A place: its name, where it is, who gets in. */
export default function PlacePage() {
  const { id } = useRouter().params;
  const account = useAccount();
  const found = useQuery({
    queryKey: ['deskVenue', account?.id, id],
    queryFn: ({ signal }) => api('GET /desk/venues/:id', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined && account !== null,
  });
  return (
    <Desk
      on="events"
      title={found.data?.name ?? (id ? words.title : words.make)}
      sub={found.data?.organizer.name}
      crumb={words.title}
    >
      {() => (
        <>
          {id && found.isPending && <Skeleton cards={3} />}
          {id && found.isError && !found.data && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
          {(!id || found.data) && <PlaceForm key={found.data?.id ?? 'new'} venue={found.data ?? null} />}
          {found.data && <SlotPanel venue={found.data} />}
        </>
      )}
    </Desk>
  );
}
