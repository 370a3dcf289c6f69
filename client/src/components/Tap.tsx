import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';

export interface TapProps {
  children?: ReactNode;
  className?: string;
  style?: CSSProperties;
  /** What a screen reader says, where the words inside do not. */
  label?: string;
  role?: 'button' | 'switch' | 'checkbox' | 'radio' | 'tab' | 'link' | 'option';
  /** On or off, for roles that have it. */
  checked?: boolean;
  disabled?: boolean;
  id?: string;
  onTap?: () => void;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'target' | 'currentTarget' | 'preventDefault' | 'stopPropagation'>;

/** Anything that can be pressed: by finger, by keyboard, by screen reader. */
export function Tap({ children, className, style, label, role = 'button', checked, disabled, id, onTap }: TapProps) {
  const press = disabled ? undefined : onTap;
  const state = role === 'tab' || role === 'option' ? { 'aria-selected': checked } : { 'aria-checked': checked };
  const attributes = {
    role,
    tabIndex: disabled ? -1 : 0,
    'aria-label': label,
    'aria-disabled': disabled || undefined,
    ...(role === 'button' ? { 'aria-pressed': checked } : state),
    onKeyDown: (event: KeyPress) => {
      // What is typed into a field inside is the field's.
      if ((event.key !== 'Enter' && event.key !== ' ') || event.target !== event.currentTarget) return;
      event.preventDefault();
      event.stopPropagation();
      press?.();
    },
  };
  return (
    <View
      id={id}
      className={className}
      style={style}
      hoverClass={disabled ? 'none' : 'pressed'}
      onClick={(event) => {
        event.stopPropagation();
        press?.();
      }}
      {...attributes}
    >
      {children}
    </View>
  );
}
