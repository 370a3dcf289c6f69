import type { NewVenue } from '@openday/shared/places';
import type { Point } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { api } from '@/lib/api';
import { planning } from '@/lib/text/planning';
import { locate } from '@/platform/location';
import { PointField } from './PointField';
import { pointOf } from './point-text';

const { venue: words } = planning;

/** A new place: a name, and where on the map; near a community is enough to begin with. */
export function VenueForm(props: { name: string; onDone: (venue: NewVenue) => void; onBack: () => void }) {
  const [name, setName] = useState(props.name);
  const [address, setAddress] = useState('');
  const [capacity, setCapacity] = useState('');
  const [exact, setExact] = useState('');
  const [near, setNear] = useState<(Point & { id: string }) | null>(null);
  const [tried, setTried] = useState(false);
  const typed = exact.trim() === '' ? null : pointOf(exact);
  const point = exact.trim() === '' ? near : typed;
  const exactBad = exact.trim() !== '' && typed === null;

  const pickNear = (chosen: Point & { id: string }) => {
    setNear(chosen);
    setExact('');
  };
  const done = () => {
    setTried(true);
    if (name.trim() === '' || !point) return;
    const holds = Number(capacity);
    props.onDone({
      name: name.trim(),
      lng: point.lng,
      lat: point.lat,
      ...(address.trim() && { address: address.trim() }),
      ...(Number.isInteger(holds) && holds >= 1 && holds <= 100_000 && { capacity: holds }),
    });
  };

  return (
    <>
      <Group>
        <Field
          label={words.name}
          value={name}
          placeholder={words.nameHint}
          maxlength={60}
          error={tried && name.trim() === '' ? words.needName : null}
          onChange={setName}
        />
        <Field
          label={words.address}
          value={address}
          placeholder={words.addressHint}
          maxlength={120}
          onChange={setAddress}
        />
        <Field
          label={words.capacity}
          value={capacity}
          type="number"
          placeholder={words.capacityHint}
          maxlength={6}
          onChange={setCapacity}
        />
      </Group>
      <Near chosen={near?.id ?? null} error={tried && !point && !exactBad ? words.needPoint : null} onPick={pickNear} />
      <Group>
        <PointField
          key={near?.id}
          value={exact}
          near={near}
          error={exactBad ? words.pointBad : null}
          onChange={setExact}
        />
      </Group>
      <Button kind="primary" onTap={done}>
        {words.use}
      </Button>
      <Button kind="plain" onTap={props.onBack}>
        {words.back}
      </Button>
    </>
  );
}

const HERE = 'here';

function Near(props: { chosen: string | null; error: string | null; onPick: (near: Point & { id: string }) => void }) {
  const { chosen, error, onPick } = props;
  const [lost, setLost] = useState(false);
  const places = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => api('GET /places', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const here = async () => {
    try {
      onPick({ id: HERE, ...(await locate()) });
      setLost(false);
    } catch {
      // Refused or not found: the person is told, and the list stays.
      setLost(true);
    }
  };
  return (
    <Group head={words.near} aside={words.nearSub}>
      {(places.data?.groups ?? []).map((group, index) => (
        <View key={group.name} className={index > 0 ? 'section rule' : 'section'}>
          <View className="dim small">{group.name}</View>
          <Choice
            label={group.name}
            options={group.places.map(({ id, name }) => ({ key: id, text: name }))}
            on={chosen}
            onPick={(id) => {
              const place = group.places.find((each) => each.id === id);
              if (place) onPick({ id, lng: place.lng, lat: place.lat });
            }}
          />
        </View>
      ))}
      <Cell icon="locate" sub={lost ? words.hereLost : undefined} onTap={() => void here()}>
        {chosen === HERE ? words.hereFound : words.here}
      </Cell>
      {error && (
        <View className="field">
          <View className="field__error" role="alert">
            {error}
          </View>
        </View>
      )}
    </Group>
  );
}
