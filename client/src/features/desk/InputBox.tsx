import { Input, Textarea } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { areaName, HINT } from '@/platform/weapp-only';

export interface InputBoxProps {
  /** For a screen reader; the row's label stands beside it. */
  label: string;
  value: string;
  placeholder?: string;
  kind?: 'text' | 'number';
  /** A few digits only. */
  short?: boolean;
  /** Several lines. */
  long?: boolean;
  maxlength?: number;
  onChange: (value: string) => void;
}

/** A box to type into, in a desk form. */
export function InputBox(props: InputBoxProps) {
  const { label, value, placeholder, kind = 'text', short = false, long = false, maxlength = 60, onChange } = props;
  const input = {
    value,
    placeholder,
    ...HINT,
    maxlength,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    'aria-label': label,
  };
  if (long) return <Textarea className="inputbox inputbox--long field__area" {...input} {...areaName(label)} />;
  return <Input className={classes('inputbox', short && 'inputbox--short')} type={kind} {...input} />;
}
