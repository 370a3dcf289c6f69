import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { countStandings, isSkipped, openWarnings, STANDINGS, standingOf } from '@/features/plans/row-standing';
import { classes } from '@/lib/classes';
import { planning } from '@/lib/text/planning';
import { Bulk } from './Bulk';
import type { Review } from './useReview';

const { review: words } = planning;
const WEAPP_ROWS = 36;

/** The rows of one standing, each with what it still wants. */
export function RowList({ review, onGone }: { review: Review; onGone?: () => void }) {
  const { rows, row, filter, setFilter, listed, go } = review;
  const counts = countStandings(rows);
  return (
    <View className="group rows">
      <View className="rows__tabs" role="tablist">
        {STANDINGS.filter((key) => key !== 'public' || key === filter || counts.public > 0).map((key) => (
          <Tap
            key={key}
            role="tab"
            checked={key === filter}
            className={classes('rows__tab', key === filter && 'rows__tab--on')}
            onTap={() => setFilter(key)}
          >
            {`${words.standing[key]} ${counts[key]}`}
          </Tap>
        ))}
      </View>
      {review.ticked.length > 0 && <Bulk review={review} />}
      {counts[filter] === 0 && <View className="rows__none">{words.noneHere}</View>}
      {around(listed, row).map((each) => (
        <Tap
          key={each.id}
          className={classes('rows__one', each.id === row.id && 'rows__one--on')}
          onTap={() => {
            go(rows.indexOf(each));
            onGone?.();
          }}
        >
          {each.state !== 'published' && (
            <Tap
              className="rows__tick"
              role="checkbox"
              label={words.tick(each.index)}
              checked={review.ticked.includes(each)}
              onTap={() => review.tick([each], !review.ticked.includes(each))}
            >
              <View className={classes('tick', review.ticked.includes(each) && 'tick--on')}>
                {review.ticked.includes(each) && <Icon name="check" />}
              </View>
            </Tap>
          )}
          <View className="rows__no">{each.index}</View>
          <View className="grow">
            <View className="rows__theme">{each.decided.theme ?? each.parsed.theme ?? words.notRead}</View>
            <Want row={each} />
          </View>
        </Tap>
      ))}
    </View>
  );
}

/** As many rows around the present one as a mini program page can bear. */
function around(rows: PlanRow[], here: PlanRow): PlanRow[] {
  if (process.env.TARO_ENV !== 'weapp') return rows;
  const from = Math.max(0, Math.min(rows.indexOf(here) - 5, rows.length - WEAPP_ROWS));
  return rows.slice(from, from + WEAPP_ROWS);
}

/** The first thing a row wants, in the warning's own words. */
function Want({ row }: { row: PlanRow }) {
  const standing = standingOf(row);
  if (standing === 'public') {
    return (
      <View className="rows__want">{row.state === 'announced' ? planning.time.announce : words.standing.public}</View>
    );
  }
  if (isSkipped(row)) return <View className="rows__want">{words.skippedRow}</View>;
  if (standing === 'decided') {
    return row.decided.act === 'announce' ? <View className="rows__want">{planning.time.announce}</View> : null;
  }
  const wants = openWarnings(row, standing === 'block' ? 'block' : 'confirm');
  return (
    <View className={`rows__want rows__want--${standing}`}>
      {wants.map(({ message }) => message.replace(/。$/, '')).join('；')}
    </View>
  );
}
