import type { SessionCard } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import { Act } from '@/components/Act';
import { Notice } from '@/components/Notice';
import { chooseHere, usePlace } from '@/features/places/place';
import { serverNow } from '@/lib/clock';
import { metresBetween } from '@/lib/distance';
import { useLargeType } from '@/lib/large-type';
import { say } from '@/lib/say';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';
import { PinMap } from '@/platform/PinMap';
import { MapDeck } from './MapDeck';
import { pinName, pinWords } from './pin-words';
import { nextIn, pinsOf, ringsFor, zoomFor } from './pins';
import type { useSessions } from './useDiscover';
import './session-map.scss';

const { onMap: words } = finding;

/** Drawn at once; the deck walks through all of them. */
const DRAWN = 40;
/** So many are there before who walks through them comes to them: a network takes its time. */
const AHEAD = 8;
/** In sight at once, nearest first. */
const IN_SIGHT = 12;
/** About what a phone gives the map before it says its zoom itself. */
const PHONE_PX = [300, 260] as const;

export interface SessionMapProps {
  list: ReturnType<typeof useSessions>;
  /** How many there are altogether; null while not known. */
  total: number | null;
}

/** The list as a map, and below it one activity at a time: nobody has to hit a pin. */
export function SessionMap({ list, total }: SessionMapProps) {
  const { sessions, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const place = usePlace((state) => state.place);
  const type = useLargeType((state) => state.large) ? 1.3 : 1;
  const [shown, setShown] = useState<Id | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const at = Math.max(
    0,
    sessions.findIndex(({ id }) => id === shown),
  );
  const on = sessions[at];

  const wanted = Math.max(DRAWN, at + AHEAD);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && sessions.length < wanted) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, sessions.length, wanted, fetchNextPage]);

  const block = Math.floor(at / IN_SIGHT) * IN_SIGHT;
  const first = sessions[block]?.id;
  const last = sessions[Math.min(block + IN_SIGHT, sessions.length) - 1]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same first and last are the same block
  const fit = useMemo(() => {
    const venues = sessions.slice(block, block + IN_SIGHT).map(({ venue: { lng, lat } }) => ({ lng, lat }));
    return place && block === 0 ? [...venues, { lng: place.lng, lat: place.lat }] : venues;
  }, [first, last, place]);
  const level = zoom ?? zoomFor(fit, ...PHONE_PX);
  const from = Math.max(0, Math.min(block - IN_SIGHT, sessions.length - DRAWN));
  const pins = useMemo(() => pinsOf(sessions.slice(from, from + DRAWN), level, type), [sessions, from, level, type]);
  const now = serverNow();

  return (
    <>
      <View className="mapbox" role="region" aria-label={words.label(total ?? sessions.length)}>
        <PinMap
          pins={pins.map((pin) => ({
            key: pin.key,
            ...pin.point,
            words: pinWords(pin, on?.id, now),
            name: pinName(pin),
            on: pin.sessions.some(({ id }) => id === on?.id),
          }))}
          place={place}
          fit={fit}
          chosen={on && { lng: on.venue.lng, lat: on.venue.lat }}
          rings={place ? rings(place, fit) : []}
          scale={type}
          words={words}
          onPick={(key) => setShown(nextIn(pins.find((pin) => pin.key === key) ?? NO_PIN, on?.id))}
          onZoom={setZoom}
          onFail={() => setFailed(true)}
        />
        <Act icon="locate" className="mapbox__here" label={words.useHere} onTap={() => void here()}>
          {words.here}
        </Act>
        {process.env.TARO_ENV === 'h5' && !MAP_TILES && <View className="mapbox__plain">{words.plain}</View>}
        {failed && <Notice className="mapbox__failed">{words.failed}</Notice>}
      </View>
      {on && (
        <MapDeck
          session={on}
          at={at}
          total={total}
          before={sessions[at - 1]?.id ?? null}
          next={sessions[at + 1]?.id ?? null}
          onShow={setShown}
        />
      )}
    </>
  );
}

async function here() {
  if (!(await chooseHere())) say(resident.place.notFoundElsewhere);
}

const NO_PIN = { key: '', point: { lng: 0, lat: 0 }, sessions: [] as SessionCard[] };

function rings(place: { lng: number; lat: number }, fit: { lng: number; lat: number }[]) {
  const farthest = Math.max(0, ...fit.map((point) => metresBetween(place, point)));
  return ringsFor(farthest).map((metres) => ({ metres, words: words.ring(metres) }));
}
