import type { DoorCounts } from '@openday/shared/check-in';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { conflictWords } from '@/features/door/conflict-words';
import { closing as words } from '@/lib/text/closing';
import { doorCrew } from '@/lib/text/door-crew';

/** The session's numbers, as they would be filed. What nobody counted is no number, never 0. */
export function Numbers({ counts, whole }: { counts: DoorCounts; whole: boolean }) {
  const { registered, checkedIn, walkIns, missing, handCount, conflicts, flagged } = counts;
  const differ = handCount === null ? 0 : handCount - checkedIn;
  return (
    <Group head={words.numbers}>
      <View className="four">
        <Figure n={registered} name={words.registered} />
        <Figure n={checkedIn} name={whole ? words.checkedIn : words.checkedInPartly} />
        {whole && <Figure n={missing} name={words.noShow} />}
        <Figure n={handCount} name={words.handCount} />
      </View>
      <Cell className="rule" sub={words.splitSub(checkedIn - walkIns, walkIns)}>
        {words.split(checkedIn)}
      </Cell>
      {conflicts.length > 0 && (
        <Cell
          sub={
            <>
              {conflicts.map((conflict) => (
                <View key={conflict.registrationId}>{conflictWords(conflict)}</View>
              ))}
              {words.conflictsSub}
            </>
          }
        >
          {words.conflicts(conflicts.length)}
        </Cell>
      )}
      {flagged > 0 && <Cell sub={doorCrew.flaggedSub}>{doorCrew.flagged(flagged)}</Cell>}
      {differ !== 0 && <Cell sub={words.differSub}>{differ > 0 ? words.more(differ) : words.fewer(-differ)}</Cell>}
    </Group>
  );
}

function Figure({ n, name }: { n: number | null; name: string }) {
  return (
    <View className="four__one">
      <View className="four__n">{n ?? '—'}</View>
      <View className="four__t">{name}</View>
    </View>
  );
}
