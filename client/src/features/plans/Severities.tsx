import type { PlanRow, PlanWarning } from '@openday/shared/plans';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import type { IconName } from '@/components/icon-names';
import { classes } from '@/lib/classes';
import { planning, SEVERITY_WORDS } from '@/lib/text/planning';
import { canBeConfirmed, mayWait } from './answers';
import './severities.scss';

const { review: words } = planning;
const ICONS: Record<PlanWarning['severity'], IconName> = { block: 'block', confirm: 'ask', info: 'info' };

export interface SeveritiesProps {
  row: PlanRow;
  warnings: readonly PlanWarning[];
  locked: boolean;
  onConfirm: (warning: PlanWarning) => void;
}

/** What is to be decided about a field: sign, word and colour, worst first; what is settled stays, quieter. */
export function Severities({ row, warnings, locked, onConfirm }: SeveritiesProps) {
  return (
    <>
      {warnings.map((warning, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code may stand twice, and the list's order is the server's
        <One key={`${warning.code}-${index}`} row={row} warning={warning} locked={locked} onConfirm={onConfirm} />
      ))}
    </>
  );
}

function One(props: { row: PlanRow; warning: PlanWarning; locked: boolean; onConfirm: (one: PlanWarning) => void }) {
  const { row, warning, locked, onConfirm } = props;
  const { code, severity, message, settled } = warning;
  const open = severity !== 'info' && !settled && !mayWait(code, row.decided) && !locked;
  const settledWord = canBeConfirmed(code) ? words.wasRight : words.wasDecided;
  return (
    <View className={classes('sev', open && `sev--${severity}`)}>
      <Icon name={severity !== 'info' && !open ? 'check' : ICONS[severity]} />
      <View className="grow">
        <Text className="sev__word">{open || severity === 'info' ? SEVERITY_WORDS[severity] : settledWord}</Text>
        {message}
      </View>
      {open && canBeConfirmed(code) && (
        <Act pill="edge" className="sev__act" onTap={() => onConfirm(warning)}>
          {words.right}
        </Act>
      )}
    </View>
  );
}
