import type { Point } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { Act } from '@/components/Act';
import { Notice } from '@/components/Notice';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { api } from '@/lib/api';
import { useLargeType } from '@/lib/large-type';
import { outgoing } from '@/lib/text/outward';
import { choosePoint } from '@/platform/choose-point';
import { PinMap } from '@/platform/PinMap';
import { pointOf, pointText } from './point-text';
import './point-field.scss';

const { places: words } = outgoing;
/** Some 50 metres at our latitude. */
const STEP = 0.0005;
const NEAR = 2;
const MOVES = [
  { key: 'north', lng: 0, lat: STEP },
  { key: 'south', lng: 0, lat: -STEP },
  { key: 'west', lng: -STEP, lat: 0 },
  { key: 'east', lng: STEP, lat: 0 },
] as const;

export interface PointFieldProps {
  value: string;
  error: string | null;
  /** Where to look while nothing is chosen; null = at all communities. */
  near?: Point | null;
  onChange: (value: string) => void;
}

/** Where it is: pressed on a map, chosen on WeChat's own, or pasted. Works without any map. */
export function PointField({ value, error, near = null, onChange }: PointFieldProps) {
  const point = pointOf(value);
  // Where it was typed; a press on the map leaves the map as it lies.
  const [typed, setTyped] = useState(point);
  const choose = async () => {
    const found = await choosePoint?.(point ?? near);
    if (found) onChange(pointText(found));
  };
  return (
    <FormRow label={words.point} sub={choosePoint ? words.pointSubWechat : words.pointSub} error={error}>
      <InputBox
        label={words.point}
        value={value}
        placeholder={words.pointHint}
        maxlength={40}
        onChange={(next) => {
          setTyped(pointOf(next));
          onChange(next);
        }}
      />
      {choosePoint ? (
        <Act icon="pin" onTap={() => void choose()}>
          {words.choose}
        </Act>
      ) : (
        <PointMap point={point} look={typed ?? near} onPick={(at) => onChange(pointText(at))} />
      )}
    </FormRow>
  );
}

/** The communities' names say where one is, map tiles or none. */
function PointMap({ point, look, onPick }: { point: Point | null; look: Point | null; onPick: (at: Point) => void }) {
  const large = useLargeType((state) => state.large);
  const [failed, setFailed] = useState(false);
  const places = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => api('GET /places', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = useMemo(() => places.data?.groups.flatMap((group) => group.places) ?? [], [places.data]);
  // With the nearest communities in sight one knows where one is.
  const fit = useMemo(() => (look ? [look, ...nearest(known, look)] : known), [look, known]);
  const pins = known.map(({ id, name, lng, lat }) => ({ key: id, lng, lat, words: name, name: '', on: false }));
  if (failed) return <Notice>{words.mapFailed}</Notice>;
  return (
    <>
      <View className="pointmap">
        {fit.length > 0 && (
          <PinMap
            pins={point ? [...pins, { key: 'here', ...point, words: words.here, name: '', on: true }] : pins}
            place={null}
            fit={fit}
            rings={[]}
            scale={large ? 1.3 : 1}
            words={words.zoom}
            onPick={(key) => {
              const place = known.find(({ id }) => id === key);
              if (place) onPick(place);
            }}
            onZoom={() => undefined}
            onFail={() => setFailed(true)}
            onTap={onPick}
          />
        )}
      </View>
      {point && (
        <View className="pointmap__moves">
          {MOVES.map(({ key, lng, lat }) => (
            <Act key={key} onTap={() => onPick({ lng: point.lng + lng, lat: point.lat + lat })}>
              {words[key]}
            </Act>
          ))}
          <View className="small dim">{words.step}</View>
        </View>
      )}
    </>
  );
}

const nearest = (known: Point[], { lng, lat }: Point): Point[] =>
  [...known].sort((a, b) => Math.hypot(a.lng - lng, a.lat - lat) - Math.hypot(b.lng - lng, b.lat - lat)).slice(0, NEAR);
