import type { Answers, QuestionnaireResults } from '@openday/shared/questionnaires';
import { View } from '@tarojs/components';
import { Group } from '@/components/Group';
import { classes } from '@/lib/classes';
import { closingReport } from '@/lib/text/closing-report';
import { OPTIONS, type Question } from './tally';

const { papers: words } = closingReport;
const NAMES: Record<Question, Record<string, string>> = { satisfaction: words.levels, clarity: words.clear };

/** Online, on paper and both: a number of sheets, and the share with what it is a share of. */
export function Results({ results }: { results: QuestionnaireResults }) {
  const { online, paper, together } = results;
  const columns = [
    { key: 'online', head: words.online, of: online },
    { key: 'paper', head: words.paper, of: paper },
    { key: 'together', head: words.together, of: together },
  ] as const;
  return (
    <>
      <View className="results">
        {columns.map(({ key, head, of }) => (
          <Summary key={key} head={head} of={of} strong={key === 'together'} />
        ))}
      </View>
      {together === null && <View className="after">{words.few}</View>}
      {(['satisfaction', 'clarity'] as const).map((question) => (
        <Group key={question} head={words[question]}>
          <Row cells={['', ...columns.map(({ head }) => head)]} head />
          {OPTIONS[question].map((option) => (
            <Row
              key={option}
              cells={[NAMES[question][option] ?? option, ...columns.map(({ of }) => countIn(of, question, option))]}
            />
          ))}
        </Group>
      ))}
    </>
  );
}

function Summary({ head, of, strong }: { head: string; of: Answers | null; strong: boolean }) {
  const satisfied = of?.satisfaction;
  const clear = of?.clarity;
  return (
    <View className="group results__one">
      <View className="results__head">{head}</View>
      <View className={classes('results__n', strong && 'results__n--strong')}>{words.n(of?.n ?? null)}</View>
      <Share label={words.satisfiedShare} part={satisfied?.satisfied} all={satisfied?.answered} />
      <Share label={words.clearShare} part={clear?.clear} all={clear?.answered} />
    </View>
  );
}

/** Boxes only: a mini program has no SVG. */
function Share({ label, part, all }: { label: string; part: number | undefined; all: number | undefined }) {
  const percent = part === undefined || !all ? null : Math.round((part / all) * 100);
  return (
    <View className="results__share">
      <View className="results__label">
        <View className="grow">{label}</View>
        {percent === null ? '—' : words.share(percent)}
      </View>
      <View className="results__bar" aria-hidden="true">
        {percent !== null && <View className="results__part" style={{ width: `${percent}%` }} />}
      </View>
      <View className="results__of">{percent === null ? words.untallied : words.ofAnswered(part ?? 0, all ?? 0)}</View>
    </View>
  );
}

function Row({ cells, head = false }: { cells: string[]; head?: boolean }) {
  const [name, ...rest] = cells;
  return (
    <View className={classes('results__row', head && 'results__row--head')}>
      <View className="grow">{name}</View>
      {rest.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name
        <View key={i} className="results__cell">
          {cell}
        </View>
      ))}
    </View>
  );
}

function countIn(of: Answers | null, question: Question, option: string): string {
  const counts: Record<string, number> | undefined = of?.tallies?.[question];
  return counts ? String(counts[option] ?? 0) : '—';
}
