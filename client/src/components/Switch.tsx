import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Tap } from './Tap';

export interface SwitchProps {
  on: boolean;
  label: string;
  /** A line below, smaller. */
  sub?: ReactNode;
  icon?: IconName;
  onChange: (on: boolean) => void;
}

/** A row that is off or on, at once; all of it can be pressed. */
export function Switch({ on, label, sub, icon, onChange }: SwitchProps) {
  return (
    <Tap role="switch" checked={on} label={label} className="cell" onTap={() => onChange(!on)}>
      {icon && <Icon name={icon} className="cell__icon" />}
      <View className="grow">
        {label}
        {sub && <View className="cell__sub">{sub}</View>}
      </View>
      <View className={classes('switch', on && 'switch--on')}>
        <View className="switch__track">
          <View className="switch__knob" />
        </View>
      </View>
    </Tap>
  );
}
