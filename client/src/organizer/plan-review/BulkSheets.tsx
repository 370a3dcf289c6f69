import type { PlanWarningCode } from '@openday/shared/plan-warnings';
import type { PlanRow } from '@openday/shared/plans';
import type { Mode } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { useMyUnits } from '@/features/organizers/useMyUnits';
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

/** Which unit holds all these rows. */
export function BulkUnitSheet({ rows, onClose, onDone }: SheetProps & { onDone: (organizerId: Id) => void }) {
  const { units } = useMyUnits();
  const [q, setQ] = useState('');
  return (
    <Sheet title={words.unitFor(rows.length)} label={words.unitFor(rows.length)} onClose={onClose}>
      <SearchField value={q} placeholder={words.unitSearch} onChange={setQ} />
      <View className="gap" />
      <Group>
        {units
          .filter(({ name }) => name.includes(q.trim()))
          .map(({ id, name }) => (
            <Cell
              key={id}
              onTap={() => {
                onDone(id);
                onClose();
              }}
            >
              {name}
            </Cell>
          ))}
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
