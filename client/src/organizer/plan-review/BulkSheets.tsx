import type { Mode } from '@openday/shared/events';
import type { PlanRow, PlanWarningCode } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { canBeConfirmed, confirming } from '@/features/plans/answers';
import type { Change } from '@/features/plans/row-saver';
import { openWarnings } from '@/features/plans/row-standing';
import { deciding } from '@/lib/text/deciding';
import { CODE_WORDS } from '@/lib/text/plan-codes';
import { reviewActs } from '@/lib/text/review-acts';

const { bulk: words } = reviewActs;
const { modes } = deciding.headcount;

interface SheetProps {
  rows: readonly PlanRow[];
  onClose: () => void;
}

/** How one registers for all these rows. */
export function BulkModeSheet({ rows, onClose, onDone }: SheetProps & { onDone: (mode: Mode) => void }) {
  const keys = Object.keys(modes) as (keyof typeof modes)[];
  return (
    <Sheet title={words.mode} sub={words.modeFor(rows.length)} label={words.mode} onClose={onClose}>
      <Group className="section">
        <Choice
          label={words.mode}
          options={keys.map((key) => ({ key, text: modes[key] }))}
          on={null}
          onPick={(mode) => {
            onDone(mode);
            onClose();
          }}
        />
      </Group>
    </Sheet>
  );
}

/** The questions these rows ask that a look settles, kind by kind: one press settles one kind in all of them. */
export function BulkSeenSheet(props: SheetProps & { onDone: (rows: PlanRow[], change: Change) => void }) {
  const { rows, onClose, onDone } = props;
  const kinds = kindsOf(rows);
  return (
    <Sheet title={words.seen} sub={words.seenFor} label={words.seen} onClose={onClose}>
      <Group>
        {[...kinds].map(([code, own]) => (
          <Cell
            key={code}
            sub={own.map(({ index }) => index).join('、')}
            value={words.seenGo(own.length)}
            onTap={() => {
              onDone(own, (row) => confirming(row, [code]));
              if (kinds.size === 1) onClose();
            }}
          >
            {words.seenOne(CODE_WORDS[code], own.length)}
          </Cell>
        ))}
      </Group>
      {kinds.size === 0 && <View className="note">{words.seenNone}</View>}
    </Sheet>
  );
}

function kindsOf(rows: readonly PlanRow[]): Map<PlanWarningCode, PlanRow[]> {
  const kinds = new Map<PlanWarningCode, PlanRow[]>();
  for (const row of rows) {
    const asks = [...openWarnings(row, 'block'), ...openWarnings(row, 'confirm')];
    for (const code of new Set(asks.filter((one) => canBeConfirmed(row, one)).map((one) => one.code))) {
      kinds.set(code, [...(kinds.get(code) ?? []), row]);
    }
  }
  return kinds;
}
