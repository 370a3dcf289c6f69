import type { PlanWarning } from '@openday/shared/plan-warnings';
import type { PlanRow } from '@openday/shared/plans';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import type { IconName } from '@/components/icon-names';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { SEVERITY_WORDS, review as words } from '@/lib/text/review';
import { canBeConfirmed, mayWait } from './answers';
import { decidedWords, factOf, type Names } from './settled';
import './severities.scss';

const ICONS: Record<PlanWarning['severity'], IconName> = { block: 'block', confirm: 'ask', info: 'info' };

export interface SeveritiesProps {
  row: PlanRow;
  warnings: readonly PlanWarning[];
  names: Names;
  locked: boolean;
  onConfirm: (warning: PlanWarning) => void;
}

/** What is to be decided about a field: sign, word and colour, worst first; what is settled stays as a fact. */
export function Severities({ warnings, ...props }: SeveritiesProps) {
  return (
    <>
      {warnings.map((warning, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code may stand twice, and the list's order is the server's
        <One key={`${warning.code}-${index}`} warning={warning} {...props} />
      ))}
    </>
  );
}

type OneProps = Omit<SeveritiesProps, 'warnings'> & { warning: PlanWarning };

function One({ row, warning, names, locked, onConfirm }: OneProps) {
  const { code, severity, message, settled } = warning;
  if (severity === 'info') return <Fact icon="info" word={SEVERITY_WORDS.info} fact={message} />;
  if (settled) {
    const decided = decidedWords(row, warning, names, serverNow());
    const fact = factOf(message);
    return decided ? (
      <Fact icon="check" word={words.decidedWord} value={decided} fact={fact && words.sheetSays(fact)} />
    ) : (
      <Fact icon="check" word={words.seenWord} fact={fact || message} />
    );
  }
  if (mayWait(code, row.decided)) return <Fact icon="check" word={words.waitsWord} fact={factOf(message) || message} />;
  if (locked) return <Fact icon="info" word={SEVERITY_WORDS.info} fact={factOf(message) || message} />;
  const looks = canBeConfirmed(row, warning);
  // What no look answers has to be chosen, whatever holds it back.
  const shown = looks ? severity : 'block';
  return (
    <View className={classes('sev', `sev--${shown}`)}>
      <Icon name={ICONS[shown]} />
      <View className="grow">
        <Text className="sev__word">{SEVERITY_WORDS[shown]}</Text>
        {message}
      </View>
      {looks && (
        <Act pill="edge" className="sev__act" onTap={() => onConfirm(warning)}>
          {words.right}
        </Act>
      )}
    </View>
  );
}

/** Nothing is asked any more. */
function Fact({ icon, word, value, fact }: { icon: IconName; word: string; value?: string; fact: string }) {
  return (
    <View className="sev">
      <Icon name={icon} />
      <View className="grow">
        <Text className="sev__word">{word}</Text>
        {value && <Text className="sev__value">{value}</Text>}
        {fact}
      </View>
    </View>
  );
}
