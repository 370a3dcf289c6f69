import type { NewVenue } from '@openday/shared/places';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { planning } from '@/lib/text/planning';
import { useVenues } from './useVenues';
import { VenueForm } from './VenueForm';

const { venue: words } = planning;

export interface VenueSheetProps {
  /** The place's name in the sheet, where it has one. */
  wanted: string | null;
  /** New places of other rows of the same sheet: not known to the server yet. */
  made: NewVenue[];
  onKnown: (id: Id) => void;
  onNew: (venue: NewVenue) => void;
  onClose: () => void;
}

/** Chooses a known place, or makes a new one. */
export function VenueSheet({ wanted, made, onKnown, onNew, onClose }: VenueSheetProps) {
  const [making, setMaking] = useState(false);
  const [q, setQ] = useState('');
  const { venues, loading, failure } = useVenues(q.trim());
  const used = made.filter(
    ({ name }, index) => name.includes(q.trim()) && made.findIndex((each) => each.name === name) === index,
  );
  const take = (act: () => void) => () => {
    act();
    onClose();
  };
  if (making) {
    return (
      <Sheet title={words.make} label={words.make} onClose={onClose}>
        <VenueForm
          name={q.trim() || wanted || ''}
          onDone={(venue) => take(() => onNew(venue))()}
          onBack={() => setMaking(false)}
        />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={words.title}
      sub={wanted}
      label={words.title}
      foot={
        <Button kind="soft" icon="plus" onTap={() => setMaking(true)}>
          {words.make}
        </Button>
      }
      onClose={onClose}
    >
      <SearchField value={q} placeholder={words.search} onChange={setQ} />
      <View className="gap" />
      {failure && <Notice kind="bad">{failure.message}</Notice>}
      {loading && <Skeleton cards={2} height={64} />}
      {used.length > 0 && (
        <Group head={words.used}>
          {used.map((venue) => (
            <Cell key={venue.name} icon="pin" sub={venue.address} onTap={take(() => onNew(venue))}>
              {venue.name}
            </Cell>
          ))}
        </Group>
      )}
      {venues.length > 0 && (
        <Group head={words.known}>
          {venues.map(({ id, name, address, capacity }) => (
            <Cell
              key={id}
              icon="pin"
              sub={[address, capacity !== null && words.holds(capacity)].filter(Boolean).join(' · ')}
              onTap={take(() => onKnown(id))}
            >
              {name}
            </Cell>
          ))}
        </Group>
      )}
      {!loading && venues.length === 0 && used.length === 0 && <View className="note">{words.none}</View>}
    </Sheet>
  );
}
