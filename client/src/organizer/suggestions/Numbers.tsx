import type { SuggestionCounts } from '@openday/shared/suggestions';
import { View } from '@tarojs/components';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';

/** Received, declared done, confirmed solved: side by side, the last two never one number. */
export function Numbers({ counts }: { counts: SuggestionCounts }) {
  const { received, declared, confirmed, partly, unsolved, phone, sources } = counts;
  return (
    <View className="group numbers">
      <View className="numbers__row">
        <Figure n={received} word={words.received} />
        <Figure n={declared} word={words.declared} />
        <Figure n={confirmed} word={words.confirmed} strong />
      </View>
      {received > 0 && <Bar counts={counts} />}
      <View className="numbers__note">
        {[
          partly + unsolved > 0 && words.breakdown(partly, unsolved),
          phone.solved + phone.partly + phone.unsolved > 0 && words.phoned(phone.solved, phone.partly, phone.unsolved),
          sources.door + sources.paper > 0 && words.sources(sources.door, sources.paper),
          words.apart,
        ]
          .filter(Boolean)
          .join('。')}
      </View>
    </View>
  );
}

function Figure({ n, word, strong = false }: { n: number; word: string; strong?: boolean }) {
  return (
    <View className="numbers__one">
      <View className={strong ? 'numbers__n numbers__n--strong' : 'numbers__n'}>{n}</View>
      <View className="numbers__word">{word}</View>
    </View>
  );
}

/** Where each of them stands now. Boxes only: a mini program has no SVG. */
function Bar({ counts: { confirmed, stages } }: { counts: SuggestionCounts }) {
  const { done, waiting, working } = stages;
  const parts = { confirmed, rated: Math.max(0, done - confirmed), waiting, working, new: stages.new };
  const shown = (Object.keys(parts) as (keyof typeof parts)[]).filter((key) => parts[key] > 0);
  return (
    <>
      <View className="numbers__bar" aria-hidden="true">
        {shown.map((key) => (
          <View key={key} className={`numbers__part numbers__part--${key}`} style={{ flexGrow: parts[key] }} />
        ))}
      </View>
      <View className="numbers__legend">
        {shown.map((key) => (
          <View key={key} className="numbers__name">
            <View className={`numbers__dot numbers__part--${key}`} aria-hidden="true" />
            {words.tab(words.part[key], parts[key])}
          </View>
        ))}
      </View>
    </>
  );
}
