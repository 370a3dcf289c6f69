import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Act } from './Act';
import { Icon } from './Icon';
import type { IconName } from './icon-names';

export interface FactRowProps {
  icon: IconName;
  children: ReactNode;
  /** Details, each on its own line. */
  sub?: ReactNode;
  act?: { text: string; onTap: () => void };
}

/** An icon, a fact, its detail, and one act. */
export function FactRow({ icon, children, sub, act }: FactRowProps) {
  return (
    <View className="fact">
      <Icon name={icon} className="fact__icon" />
      <View className="grow">
        {children}
        {sub && <View className="cell__sub">{sub}</View>}
      </View>
      {act && (
        <Act className="fact__act" end onTap={act.onTap}>
          {act.text}
        </Act>
      )}
    </View>
  );
}
