import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tag } from '@/components/Tag';
import { closingReport as words } from '@/lib/text/closing-report';

export interface FigureProps {
  label: string;
  /** Null = nobody recorded it. */
  value: string | null;
  /** Where it comes from. */
  from?: string;
  /** By the unit's own hand. */
  said?: boolean;
  children?: ReactNode;
}

/** A figure with its source; one that nobody recorded is a dash. */
export function Figure({ label, value, from, said = false, children }: FigureProps) {
  return (
    <View className="report__row report__figure">
      <View className="report__label">{label}</View>
      <View className="grow">
        <View className="report__value">{value ?? '—'}</View>
        {from && <View className="report__from">{from}</View>}
        {children}
      </View>
      {value === null ? <Tag>{words.none1}</Tag> : <Tag kind="ok">{said ? words.filled : words.prefilled}</Tag>}
    </View>
  );
}
