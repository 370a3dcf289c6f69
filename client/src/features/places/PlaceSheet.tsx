import type { Place } from '@openday/shared/places';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { api } from '@/lib/api';
import { resident } from '@/lib/text/resident';
import { chooseHere, choosePlace, usePlace } from './place';

const { place: words } = resident;

/** Chooses a place by hand, or by the phone's position when that is asked for. */
export function PlaceSheet({ onClose }: { onClose: () => void }) {
  const place = usePlace((state) => state.place);
  const places = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => api('GET /places', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [lost, setLost] = useState(false);

  const pick = ({ name, lng, lat }: Pick<Place, 'name' | 'lng' | 'lat'>) => {
    choosePlace({ name, lng, lat });
    onClose();
  };
  const pickHere = async () => {
    if (await chooseHere()) onClose();
    else setLost(true);
  };

  return (
    <Sheet title={words.title} sub={<Phrase>{words.sub}</Phrase>} label={words.title} onClose={onClose}>
      {places.isPending && <Skeleton cards={2} />}
      {places.isError && <Failed failure={places.error} onAgain={() => void places.refetch()} />}
      {places.isSuccess && (
        <Group>
          {places.data.groups.map((group, index) => (
            <View key={group.name} className={index > 0 ? 'section rule' : 'section'}>
              <View className="places__name">{group.name}</View>
              <Choice
                label={group.name}
                options={group.places.map(({ id, name }) => ({ key: id, text: name }))}
                on={group.places.find((each) => each.name === place?.name)?.id ?? null}
                onPick={(id) => {
                  const picked = group.places.find((each) => each.id === id);
                  if (picked) pick(picked);
                }}
              />
            </View>
          ))}
        </Group>
      )}
      {lost && <Notice>{words.notFound}</Notice>}
      <Group>
        <Cell icon="locate" sub={words.useHereSub} onTap={() => void pickHere()}>
          {words.useHere}
        </Cell>
        {place && (
          <Cell
            icon="clock"
            onTap={() => {
              choosePlace(null);
              onClose();
            }}
          >
            {words.everywhere}
          </Cell>
        )}
      </Group>
    </Sheet>
  );
}
