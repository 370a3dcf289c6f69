import { Text } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { resident } from '@/lib/text/resident';
import { usePlace } from './place';
import './places.scss';

const { place: words } = resident;

/** Where we look, as a heading; pressing it changes the place. */
export function PlaceLine({ onTap }: { onTap: () => void }) {
  const place = usePlace((state) => state.place);
  return (
    <Tap className="place" label={place ? words.change(place.name) : words.none} onTap={onTap}>
      <Icon name="pin" className="place__pin" />
      {place ? (
        <>
          <Text className="strong">{place.name}</Text>
          {place.name !== words.here && <Text className="place__near">{words.near}</Text>}
        </>
      ) : (
        <Text>{words.noneShort}</Text>
      )}
      <Icon name="down" className="place__down" />
    </Tap>
  );
}
