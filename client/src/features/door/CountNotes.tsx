import type { DoorCounts } from '@openday/shared/check-in';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { doorCrew } from '@/lib/text/door-crew';
import { conflictWords } from './conflict-words';
import { clock } from './door-words';
import { differenceOf, isCheckInUsed } from './figure-list';

const { notes: words } = doorCrew;

/** What the figures are made of, and what somebody has to look at. Rows of a group. */
export function CountNotes({ counts, registers }: { counts: DoorCounts; registers: boolean }) {
  const { checkedIn, walkIns, conflicts, flagged, late, corrections } = counts;
  const differ = differenceOf(counts);
  return (
    <>
      {isCheckInUsed(counts) && registers && <Cell className="rule">{words.split(checkedIn - walkIns, walkIns)}</Cell>}
      {conflicts.length > 0 && (
        <Cell
          className="rule"
          icon="alert"
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
      {flagged > 0 && (
        <Cell className="rule" icon="alert" sub={doorCrew.flaggedSub}>
          {doorCrew.flagged(flagged)}
        </Cell>
      )}
      {late > 0 && (
        <Cell className="rule" icon="alert" sub={words.lateSub}>
          {words.late(late)}
        </Cell>
      )}
      {corrections.length > 0 && (
        <Cell
          className="rule"
          icon="pencil"
          sub={corrections.map(({ seats, by, reason, at }) => (
            <View key={at}>{words.correction(clock(at), by, seats, reason)}</View>
          ))}
        >
          {words.corrections}
        </Cell>
      )}
      {differ !== 0 && (
        <Cell className="rule" sub={words.differSub}>
          {differ > 0 ? words.more(differ) : words.fewer(-differ)}
        </Cell>
      )}
    </>
  );
}
