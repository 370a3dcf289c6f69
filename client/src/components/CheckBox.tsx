import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import { Tap } from './Tap';

/** A row that is ticked or not. */
export function CheckBox(props: { on: boolean; children: ReactNode; onChange: (on: boolean) => void }) {
  const { on, children, onChange } = props;
  return (
    <Tap role="checkbox" checked={on} className="cell" onTap={() => onChange(!on)}>
      <View className={classes('box', on && 'box--on')}>{on && <Icon name="check" />}</View>
      <View className="grow">{children}</View>
    </Tap>
  );
}
