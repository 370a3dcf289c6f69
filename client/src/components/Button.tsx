import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Spinner } from './Spinner';
import { Tap } from './Tap';

export interface ButtonProps {
  children: ReactNode;
  /** primary (at most one a page) · soft · white · plain (words only) · ink (edged) · danger; quiet grey without. */
  kind?: 'primary' | 'soft' | 'white' | 'plain' | 'ink' | 'danger';
  icon?: IconName;
  /** Greyed, with the reason beside it. */
  off?: boolean;
  /** At work: greyed and turning, a second press does nothing. */
  busy?: boolean;
  className?: string;
  id?: string;
  label?: string;
  onTap?: () => void;
}

/** Does what its words say. */
export function Button({ children, kind, icon, off = false, busy = false, className, id, label, onTap }: ButtonProps) {
  const still = off || busy;
  return (
    <Tap
      id={id}
      label={label}
      className={classes('btn', kind && !still && `btn--${kind}`, still && 'btn--off', className)}
      disabled={still}
      onTap={onTap}
    >
      {busy && <Spinner />}
      {icon && !busy && <Icon name={icon} />}
      {children}
    </Tap>
  );
}
