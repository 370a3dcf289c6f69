import type { PlanImport, PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { isCancelled, isPublic, openWarnings, standingOf } from '@/features/plans/row-standing';
import { open, routes } from '@/lib/routes';
import { CHANGE_WORDS, review as words } from '@/lib/text/review';
import { Gone } from './Gone';

export interface CardHeadProps {
  plan: PlanImport;
  row: PlanRow;
  locked: boolean;
  onEdit: () => void;
}

/** Which row this is, where it stands, and what is known of it in public. */
export function CardHead({ plan, row, locked, onEdit }: CardHeadProps) {
  const standing = standingOf(row);
  const rests = standing === 'public' || standing === 'decided';
  const blocks = rests ? 0 : openWarnings(row, 'block').length;
  const asks = rests ? 0 : openWarnings(row, 'confirm').length;
  const no = row.raw.no?.text.trim();
  const own = no && no !== String(row.index) ? words.sheetNo(no) : null;
  const where = row.raw.theme?.where ?? row.raw.time?.where;
  return (
    <>
      <View className="card__head">
        <View className="grow">
          <View className="card__where">
            {[words.of(row.index, plan.items.length), own, where].filter(Boolean).join(' · ')}
          </View>
          <View className="card__title">{row.decided.theme ?? row.parsed.theme ?? words.notRead}</View>
        </View>
        <View className="card__tags">
          {row.change && row.change !== 'same' && <Tag kind="accent">{CHANGE_WORDS[row.change]}</Tag>}
          {blocks > 0 && <Tag kind="bad">{`${words.standing.block} ${blocks}`}</Tag>}
          {asks > 0 && <Tag kind="warn">{`${words.standing.ask} ${asks}`}</Tag>}
          {standing === 'public' && <Tag kind="ok">{isCancelled(row) ? words.cancelled : words.standing.public}</Tag>}
          {standing === 'decided' && <Tag kind="accent">{words.standing.decided}</Tag>}
        </View>
      </View>
      <View className="card__public">
        {row.change === 'gone' && !isCancelled(row) && <Gone plan={plan} row={row} />}
        {(isPublic(row) || isCancelled(row)) && <Public row={row} locked={locked} onEdit={onEdit} />}
      </View>
    </>
  );
}

function Public({ row, locked, onEdit }: { row: PlanRow; locked: boolean; onEdit: () => void }) {
  const { eventId } = row;
  const see = eventId ? { text: words.seeEvent, onTap: () => open(routes.event(eventId)) } : undefined;
  if (isCancelled(row)) {
    return (
      <Notice icon="info" act={see}>
        {words.cancelledRow}
      </Notice>
    );
  }
  if (row.outdated) {
    return (
      <Notice icon="alert" act={see}>
        {words.outdatedRow}
      </Notice>
    );
  }
  const edit = { text: words.editPublic, onTap: onEdit };
  return (
    <Notice kind="ok" icon="check" act={locked ? edit : see}>
      {row.state === 'announced' ? words.announcedRow : words.publicRow}
    </Notice>
  );
}
