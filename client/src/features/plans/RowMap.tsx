import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { review as words } from '@/lib/text/review';
import { countStandings, STANDINGS, standingOf } from './row-standing';
import './row-map.scss';

export interface RowMapProps {
  rows: readonly PlanRow[];
  /** Place of the row being looked at. */
  here: number;
  onGo: (place: number) => void;
}

/** Every row of the sheet as a cell, in the sheet's order: where work is left, and where I am. */
export function RowMap({ rows, here, onGo }: RowMapProps) {
  const counts = countStandings(rows);
  const said = STANDINGS.map((key) => `${words.standing[key]} ${counts[key]}`).join('，');
  const group = { role: 'group', 'aria-label': words.map(said, here + 1) };
  return (
    <View className={classes('map', rows.length > 60 && 'map--many')} {...group}>
      {rows.map((row, place) => {
        const standing = standingOf(row);
        return (
          <Tap
            key={row.id}
            className={classes('map__one', `map__one--${standing}`, place === here && 'map__one--here')}
            label={words.rowIs(row.index, words.standing[standing])}
            onTap={() => onGo(place)}
          >
            {standing === 'public' && <Icon name="check" />}
          </Tap>
        );
      })}
    </View>
  );
}

/** What the cells mean, and how many there are of each. */
export function RowMapKey({ rows }: { rows: readonly PlanRow[] }) {
  const counts = countStandings(rows);
  return (
    <View className="map__key">
      {STANDINGS.filter((key) => key !== 'public' || counts.public > 0).map((key) => (
        <View key={key} className="map__name">
          <View className={`map__swatch map__one--${key}`} />
          {`${words.standing[key]} ${counts[key]}`}
        </View>
      ))}
    </View>
  );
}
