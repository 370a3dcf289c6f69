import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface FormRowProps {
  label: string;
  children: ReactNode;
  /** Below the control, smaller. */
  sub?: ReactNode;
  error?: string | null;
}

/** A row of a desk form: what it is at the left, the control beside it, above it on a phone. */
export function FormRow({ label, children, sub, error }: FormRowProps) {
  return (
    <View className="formrow">
      <View className="formrow__label">{label}</View>
      <View className="formrow__control">
        {children}
        {sub && <View className="formrow__sub">{sub}</View>}
        {error && (
          <View className="field__error" role="alert">
            {error}
          </View>
        )}
      </View>
    </View>
  );
}
