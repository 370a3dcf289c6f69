import type { PlanImport, PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';
import { isLeft, isPublic, isSkipped, readyRows, standingOf } from '@/features/plans/row-standing';
import { usePublish } from '@/features/plans/usePublish';
import { whenWords } from '@/features/plans/when-words';
import { serverNow } from '@/lib/clock';
import { reviewActs } from '@/lib/text/review-acts';
import { PublishOutcome } from './PublishOutcome';

const { publish: words } = reviewActs;

export interface PublishSheetProps {
  plan: PlanImport;
  /** To a row that stands in the way. */
  onSee: (row: Id) => void;
  onClose: () => void;
}

/** What goes out now and what stays back, chosen row by row; one request; then what came of it. */
export function PublishSheet({ plan, onSee, onClose }: PublishSheetProps) {
  const { publish, busy, outcome, forget } = usePublish(plan.id);
  const [ready] = useState(() => readyRows(plan.items));
  const [left, setLeft] = useState<readonly Id[]>([]);
  const chosen = ready.filter(({ id }) => !left.includes(id));
  const see = (row: Id) => {
    onClose();
    onSee(row);
  };
  const head = { title: outcome?.kind === 'done' ? words.done : words.title, label: words.title, onClose };
  if (outcome) {
    return (
      <PublishOutcome
        {...head}
        plan={plan}
        outcome={outcome}
        again={chosen.filter(isPublic).map(({ id }) => id)}
        busy={busy}
        onSee={see}
        onYes={() => void publish(chosen, true)}
        onBack={forget}
      />
    );
  }
  const again = chosen.filter(isPublic);
  const fresh = chosen.filter((row) => !isPublic(row));
  const undated = fresh.filter(({ decided }) => decided.act === 'announce').length;
  return (
    <Sheet
      {...head}
      foot={
        <Button kind="primary" off={chosen.length === 0} busy={busy} onTap={() => void publish(chosen)}>
          {chosen.length === 0 ? words.nothing : words.yes(chosen.length, fresh.length === 0)}
        </Button>
      }
    >
      <Group className="section">
        {words.picked(fresh.length - undated, undated, again.length).map((line) => (
          <View key={line} className="pub__line">
            <Icon name="check" />
            <View className="grow">{line}</View>
          </View>
        ))}
        <Back rows={plan.items} />
      </Group>
      <Group>
        {ready.map((row) => (
          <CheckBox
            key={row.id}
            on={!left.includes(row.id)}
            onChange={(on) => setLeft(on ? left.filter((id) => id !== row.id) : [...left, row.id])}
          >
            {`${row.index}　${row.decided.theme ?? row.parsed.theme ?? ''}`}
            <View className="cell__sub">
              {[isPublic(row) && words.again, whenWords(row, serverNow())].filter(Boolean).join(' · ')}
            </View>
          </CheckBox>
        ))}
      </Group>
    </Sheet>
  );
}

/** How many stay back, and why. */
function Back({ rows }: { rows: readonly PlanRow[] }) {
  const why = rows.flatMap((row): (keyof typeof words.backWhy)[] => {
    const standing = standingOf(row);
    if (isPublic(row) && standing === 'public') return [];
    if (isLeft(row)) return ['gone'];
    if (isSkipped(row)) return standing === 'public' ? [] : ['skip'];
    return standing === 'block' || standing === 'ask' ? [standing] : [];
  });
  if (why.length === 0) return null;
  const counts = [...new Set(why)].map((one) => `${words.backWhy[one]} ${why.filter((each) => each === one).length}`);
  return (
    <View className="pub__line dim">
      <Icon name="info" />
      <View className="grow">{`${words.back(why.length)}：${counts.join('，')}`}</View>
    </View>
  );
}
