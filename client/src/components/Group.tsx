import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';

const HEADING = { role: 'heading', 'aria-level': 2 };

export interface GroupProps {
  children: ReactNode;
  /** Words above the group. */
  head?: ReactNode;
  /** Words at the head's right edge. */
  aside?: ReactNode;
  className?: string;
}

/** White rows that belong together. */
export function Group({ children, head, aside, className }: GroupProps) {
  return (
    <>
      {head && <GroupHead aside={aside}>{head}</GroupHead>}
      <View className={classes('group', className)}>{children}</View>
    </>
  );
}

/** The words above a group or a list of cards. */
export function GroupHead({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <View className="head">
      <View className="strong" {...HEADING}>
        {children}
      </View>
      {aside && <View className="dim">{aside}</View>}
    </View>
  );
}
