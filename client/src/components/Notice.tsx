import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Act } from './Act';
import { Icon } from './Icon';
import type { IconName } from './icon-names';

export interface NoticeProps {
  children: ReactNode;
  /** warn unless said; bad stands beside what went wrong. */
  kind?: 'ok' | 'bad';
  icon?: IconName;
  act?: { text: string; onTap: () => void };
  className?: string;
}

/** A line to be noticed, with at most one act. */
export function Notice({ children, kind, icon = 'info', act, className }: NoticeProps) {
  return (
    <View className={classes('notice', kind && `notice--${kind}`, className)} role="status">
      <Icon name={icon} />
      <View className="grow">{children}</View>
      {act && (
        <Act className="notice__act" end onTap={act.onTap}>
          {act.text}
        </Act>
      )}
    </View>
  );
}
