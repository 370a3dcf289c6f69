import type { AttendanceRow } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { laneLabel } from './five-words';
import { type Axis, at, type Band, bandOf, gridOf } from './lane-axis';
import './lane.scss';

/** Half of a one-value band, px: it stands over its value. */
const HALF = 3;

export interface LaneProps {
  row: AttendanceRow;
  axis: Axis;
  /** On the home page: lower, without the grid. */
  low?: boolean;
}

/** The five numbers of one session on one axis. What has not happened is not drawn. Boxes only: weapp has no SVG. */
export function Lane({ row, axis, low = false }: LaneProps) {
  const band = bandOf(row.planned);
  const picture = { role: 'img', 'aria-label': laneLabel(row) };
  return (
    <View className={classes('lane', low && 'lane--low')} {...picture}>
      {!low &&
        gridOf(axis)
          .slice(1)
          .map((value) => <View key={value} className="lane__grid" style={{ left: at(value, axis) }} />)}
      <View className="lane__zero" />
      {band && <BandMark band={band} axis={axis} />}
      {row.registered !== null && <View className="lane__reg" style={{ width: at(row.registered, axis) }} />}
      {row.checkedIn !== null && <View className="lane__in" style={{ width: at(row.checkedIn, axis) }} />}
      {row.capacity !== null && <View className="lane__cap" style={{ left: at(row.capacity, axis) }} />}
      {row.handCount !== null && <View className="lane__hand" style={{ left: at(row.handCount, axis) }} />}
    </View>
  );
}

function BandMark({ band, axis }: { band: Band; axis: Axis }) {
  const about = band.about && 'lane__band--about';
  switch (band.kind) {
    case 'range': {
      const sides = classes(band.left && 'lane__band--left', band.right && 'lane__band--right');
      const style = { left: at(band.from, axis), width: at(band.to - band.from, axis) };
      return <View className={classes('lane__band', sides, about)} style={style} />;
    }
    case 'point': {
      const style = { left: at(band.value, axis), width: `${2 * HALF}px`, marginLeft: `-${HALF}px` };
      return <View className={classes('lane__band lane__band--left lane__band--right', about)} style={style} />;
    }
    case 'open':
      return (
        <View
          className={classes('lane__band lane__band--left lane__band--open', about)}
          style={{ left: at(band.from, axis) }}
        >
          <View className="lane__arrow lane__arrow--up" />
          <View className="lane__arrow lane__arrow--down" />
        </View>
      );
  }
}
