import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Phrase } from './Phrase';
import { Tap } from './Tap';

export interface CellProps {
  children: ReactNode;
  icon?: IconName;
  /** A line below, smaller. */
  sub?: ReactNode;
  /** At the right: a value in words. */
  value?: ReactNode;
  /** At the right: a control of its own. */
  control?: ReactNode;
  className?: string;
  id?: string;
  /** Pressing it does something at once, and leads nowhere: no arrow. */
  atOnce?: boolean;
  /** The row is a way to somewhere: shows the arrow. */
  onTap?: () => void;
}

/** One row of a group. */
export function Cell({ children, icon, sub, value, control, className, id, atOnce = false, onTap }: CellProps) {
  const inner = (
    <>
      {icon && <Icon name={icon} className="cell__icon" />}
      <View className="grow">
        {children}
        {sub && <View className="cell__sub">{typeof sub === 'string' ? <Phrase>{sub}</Phrase> : sub}</View>}
      </View>
      {(value || (onTap && !atOnce)) && (
        <View className="cell__more">
          {value}
          {onTap && !atOnce && <Icon name="right" className="cell__go" />}
        </View>
      )}
      {control}
    </>
  );
  if (!onTap) {
    return (
      <View id={id} className={classes('cell', className)}>
        {inner}
      </View>
    );
  }
  return (
    <Tap id={id} className={classes('cell', className)} onTap={onTap}>
      {inner}
    </Tap>
  );
}
