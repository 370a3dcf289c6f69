import { Text } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Tap } from './Tap';

export interface ChipProps {
  children: string;
  on: boolean;
  icon?: IconName;
  onTap: () => void;
}

/** A quick filter: off or on. */
export function Chip({ children, on, icon, onTap }: ChipProps) {
  return (
    <Tap className={classes('chip', on && 'chip--on')} checked={on} onTap={onTap}>
      <Text className="chip__word">
        {icon && <Icon name={icon} />}
        {children}
      </Text>
    </Tap>
  );
}
