import type { Point } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Notice } from '@/components/Notice';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { pointOf } from '@/features/venues/point-text';
import { useLargeType } from '@/lib/large-type';
import { outgoing } from '@/lib/text/outward';
import { choosePoint } from '@/platform/choose-point';
import { PinMap } from '@/platform/PinMap';

const { places: words } = outgoing;
/** Some 50 metres at our latitude. */
const STEP = 0.0005;
const MOVES = [
  { key: 'north', lng: 0, lat: STEP },
  { key: 'south', lng: 0, lat: -STEP },
  { key: 'west', lng: -STEP, lat: 0 },
  { key: 'east', lng: STEP, lat: 0 },
] as const;

export const pointText = ({ lng, lat }: Point): string => `${lng.toFixed(5)},${lat.toFixed(5)}`;

/** Where it is: typed or pasted, moved on a map, or chosen on WeChat's own. Works without any map. */
export function PointField(props: { value: string; error: string | null; onChange: (value: string) => void }) {
  const { value, error, onChange } = props;
  const [failed, setFailed] = useState(false);
  const large = useLargeType((state) => state.large);
  const point = pointOf(value);
  const choose = async () => {
    const found = await choosePoint?.(point);
    if (found) onChange(pointText(found));
  };
  return (
    <FormRow label={words.point} sub={words.pointSub} error={error}>
      <InputBox label={words.point} value={value} placeholder={words.pointHint} maxlength={40} onChange={onChange} />
      {choosePoint && (
        <Act icon="pin" onTap={() => void choose()}>
          {words.choose}
        </Act>
      )}
      {failed && <Notice>{words.mapFailed}</Notice>}
      {!choosePoint && point && (
        <>
          {!failed && (
            <View className="place__map">
              <PinMap
                pins={[{ key: 'here', ...point, words: words.point, name: '', on: true }]}
                place={null}
                fit={[point]}
                rings={[]}
                scale={large ? 1.3 : 1}
                words={words.zoom}
                onPick={() => undefined}
                onZoom={() => undefined}
                onFail={() => setFailed(true)}
                onTap={(at) => onChange(pointText(at))}
              />
            </View>
          )}
          <View className="place__moves">
            {MOVES.map(({ key, lng, lat }) => (
              <Act key={key} onTap={() => onChange(pointText({ lng: point.lng + lng, lat: point.lat + lat }))}>
                {words[key]}
              </Act>
            ))}
            <View className="small dim">{words.step}</View>
          </View>
        </>
      )}
    </FormRow>
  );
}
