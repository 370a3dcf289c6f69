import type { SessionDetail } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { Tap } from '@/components/Tap';
import { FormRow } from '@/features/desk/FormRow';
import { useVenues } from '@/features/venues/useVenues';
import { setup as words } from '@/lib/text/setup';

export interface VenueRowProps {
  session: SessionDetail;
  venueId: Id;
  error: string | undefined;
  onPick: (venueId: Id) => void;
}

/** Where it is, among the places the unit knows. */
export function VenueRow({ session, venueId, error, onPick }: VenueRowProps) {
  const [choosing, setChoosing] = useState(false);
  const [q, setQ] = useState('');
  const { venues, loading } = useVenues(q.trim());
  const known = [session.venue, ...venues].find(({ id }) => id === venueId);
  const label = (name: string, capacity: number | null) =>
    [name, capacity !== null && words.room(capacity)].filter(Boolean).join(' · ');
  const shown = known ? label(known.name, known.capacity) : '';
  return (
    <FormRow label={words.venue} error={error}>
      <Tap className="moment" label={`${words.venue}：${shown}`} onTap={() => setChoosing(true)}>
        <View className="grow">{shown}</View>
        <Icon name="down" />
      </Tap>
      {choosing && (
        <Sheet title={words.venue} label={words.venue} onClose={() => setChoosing(false)}>
          <SearchField value={q} placeholder={words.findVenue} onChange={setQ} />
          <View className="gap" />
          {loading && <Skeleton cards={2} height={64} />}
          <Group>
            {venues.map(({ id, name, address, capacity }) => (
              <Cell
                key={id}
                icon="pin"
                sub={address}
                onTap={() => {
                  setChoosing(false);
                  onPick(id);
                }}
              >
                {label(name, capacity)}
              </Cell>
            ))}
          </Group>
          {!loading && venues.length === 0 && <View className="note">{words.noVenue}</View>}
        </Sheet>
      )}
    </FormRow>
  );
}
