import type { NewVenue } from '@openday/shared/places';
import type { VenueProposal } from '@openday/shared/plans';
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
  /** What a place is wanted for: its words in the sheet, or how many rows. */
  wanted: string | null;
  /** What a new place would be called; ≤ 60 characters. */
  name?: string;
  /** Known places the sheet may mean: first. */
  proposed: readonly VenueProposal[];
  /** Begins with a new place. */
  making?: boolean;
  /** New places of other rows of the same sheet: not known to the server yet. */
  made: NewVenue[];
  /** With its name and room, to be shown where it is chosen. */
  onKnown: (id: Id, venue: { name: string; capacity: number | null }) => void;
  onNew: (venue: NewVenue) => void;
  onClose: () => void;
}

/** Chooses a known place, or makes a new one. */
export function VenueSheet(props: VenueSheetProps) {
  const { wanted, name: called = '', proposed, made, onKnown, onNew, onClose } = props;
  const [making, setMaking] = useState(props.making ?? false);
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
          name={q.trim() || called}
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
      {q.trim() === '' && proposed.length > 0 && (
        <Group head={words.likely}>
          {proposed.map(({ id, name }) => (
            <Cell key={id} icon="pin" value={words.take} onTap={take(() => onKnown(id, { name, capacity: null }))}>
              {name}
            </Cell>
          ))}
        </Group>
      )}
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
              onTap={take(() => onKnown(id, { name, capacity }))}
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
