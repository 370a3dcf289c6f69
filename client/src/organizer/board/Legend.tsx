import type { Board } from '@openday/shared/board';
import type { BoardNumber } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tap } from '@/components/Tap';
import { FIVE, shareWords, sumNotes, totalWords } from '@/features/reports/five-words';
import { Mark } from '@/features/reports/Mark';
import { classes } from '@/lib/classes';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';

export interface LegendProps {
  board: Board;
  /** The number whose sessions are shown. */
  of: BoardNumber | null;
  onOf: (of: BoardNumber | null) => void;
}

/** What each mark means, its sum, and the two shares; each opens the sessions behind it. */
export function Legend({ board, of, onOf }: LegendProps) {
  const words = totalWords(board);
  const notes = sumNotes(board);
  const one = (key: BoardNumber, name: string, number: string, mark: ReactNode, note: ReactNode) => (
    <Tap
      key={name}
      className={classes('key__one', of === key && 'key__one--on')}
      onTap={() => onOf(of === key ? null : key)}
    >
      <View className="key__mark">
        {mark}
        {name}
      </View>
      <View className="key__number">{number}</View>
      <View className="key__note">{note}</View>
    </Tap>
  );
  return (
    <View className="group key">
      {FIVE.map((key) =>
        one(
          key,
          desk.five[key],
          words[key],
          <Mark of={key} />,
          <>
            {notes[key].sessions}
            {notes[key].more && <View className="key__more">{` · ${notes[key].more}`}</View>}
          </>,
        ),
      )}
      {one('registered', boardText.full, shareWords(board.full), null, boardText.of(board.full.part, board.full.whole))}
      {one('checkedIn', boardText.came, shareWords(board.came), null, boardText.of(board.came.part, board.came.whole))}
    </View>
  );
}
