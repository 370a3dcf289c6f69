import { Input, Textarea, View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { areaName, HINT } from '@/platform/weapp-only';

export interface FieldProps {
  label: string;
  value: string;
  placeholder?: string;
  /** Below the field, when what stands in it will not do. */
  error?: string | null;
  type?: 'text' | 'number' | 'idcard' | 'digit';
  password?: boolean;
  /** Several lines. */
  long?: boolean;
  maxlength?: number;
  id?: string;
  onChange: (value: string) => void;
}

/** A row to type into: label at the left, or above where several lines are wanted. */
export function Field(props: FieldProps) {
  const { label, value, placeholder, error, type = 'text', password = false, long = false, maxlength = 60, id } = props;
  const input = {
    id,
    value,
    placeholder,
    ...HINT,
    maxlength,
    onInput: (event: { detail: { value: string } }) => props.onChange(event.detail.value),
    'aria-label': label,
  };
  return (
    <View className={classes('field', long && 'field--long', Boolean(error) && 'field--bad')}>
      <View className="field__row">
        <View className="field__label">{label}</View>
        {long ? (
          <Textarea className="field__area" {...input} {...areaName(label)} />
        ) : (
          <Input className="field__input" type={type} password={password} {...input} />
        )}
      </View>
      {error && (
        <View className="field__error" role="alert">
          {error}
        </View>
      )}
    </View>
  );
}
