import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Select } from '@/components/Select';
import { Tap } from '@/components/Tap';
import { filterChoices } from '@/features/plans/row-filter';
import { countStandings, isCancelled, STANDINGS } from '@/features/plans/row-standing';
import { classes } from '@/lib/classes';
import { review as words } from '@/lib/text/review';
import { Bulk } from './Bulk';
import type { Review } from './useReview';
import { Want } from './Want';

const WEAPP_ROWS = 36;

/** The rows of one standing or of one question, each with what it still wants; ticked ones are decided together. */
export function RowList({ review, onGone }: { review: Review; onGone?: () => void }) {
  const { rows, row, filter, setFilter, listed, goTo, ticked, tick } = review;
  const counts = countStandings(rows);
  const choices = filterChoices(rows);
  const tickable = listed.filter((each) => !isCancelled(each));
  const all = tickable.length > 0 && tickable.every((each) => ticked.includes(each));
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
      <View className="rows__filter">
        <Select
          label={words.filters.pick}
          placeholder={words.filters.pick}
          options={choices}
          on={choices.find(({ key }) => key === filter)?.key ?? null}
          wide
          onPick={setFilter}
        />
      </View>
      {ticked.length > 0 && <Bulk review={review} />}
      {tickable.length > 0 && (
        <Tap className="rows__all" role="checkbox" checked={all} onTap={() => tick(tickable, !all)}>
          <Tick on={all} />
          {words.tickAll(tickable.length)}
        </Tap>
      )}
      {listed.length === 0 && <View className="rows__none">{words.noneHere}</View>}
      {around(listed, row).map((each) => (
        <Tap
          key={each.id}
          id={`row-${each.id}`}
          className={classes('rows__one', each.id === row.id && 'rows__one--on')}
          onTap={() => {
            goTo(each.id);
            onGone?.();
          }}
        >
          {!isCancelled(each) && (
            <Tap
              className="rows__tick"
              role="checkbox"
              label={words.tick(each.index)}
              checked={ticked.includes(each)}
              onTap={() => tick([each], !ticked.includes(each))}
            >
              <Tick on={ticked.includes(each)} />
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

function Tick({ on }: { on: boolean }) {
  return <View className={classes('tick', on && 'tick--on')}>{on && <Icon name="check" />}</View>;
}

/** As many rows around the present one as a mini program page can bear. */
function around(rows: PlanRow[], here: PlanRow): PlanRow[] {
  if (process.env.TARO_ENV !== 'weapp') return rows;
  const from = Math.max(0, Math.min(rows.indexOf(here) - 5, rows.length - WEAPP_ROWS));
  return rows.slice(from, from + WEAPP_ROWS);
}
