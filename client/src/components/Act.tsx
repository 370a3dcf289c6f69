import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Tap } from './Tap';

export interface ActProps {
  children?: ReactNode;
  icon?: IconName;
  /** Drawn as a pill: follow, rate. */
  pill?: 'edge' | 'fill';
  /** Words stand at the right edge. */
  end?: boolean;
  checked?: boolean;
  disabled?: boolean;
  label?: string;
  className?: string;
  onTap?: () => void;
}

/** A small act in words. */
export function Act({ children, icon, pill, end = false, checked, disabled, label, className, onTap }: ActProps) {
  return (
    <Tap
      className={classes('act', end && 'act--end', disabled && 'act--off', className)}
      label={label}
      checked={checked}
      disabled={disabled}
      onTap={onTap}
    >
      {icon && <Icon name={icon} className={children ? 'act__icon' : undefined} />}
      {pill ? <Text className={classes('act__pill', pill === 'fill' && 'act__pill--fill')}>{children}</Text> : children}
    </Tap>
  );
}
