import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icon-names';

export interface EmptyProps {
  icon: IconName;
  title: string;
  /** What is still possible. */
  children?: ReactNode;
  /** A button or two that do it. */
  acts?: ReactNode;
}

/** Nothing here, and what is still possible. */
export function Empty({ icon, title, children, acts }: EmptyProps) {
  return (
    <View className="empty">
      <View className="empty__disc">
        <Icon name={icon} />
      </View>
      <View className="strong">{title}</View>
      {children && <View className="empty__note">{children}</View>}
      {acts && <View className="empty__acts">{acts}</View>}
    </View>
  );
}
