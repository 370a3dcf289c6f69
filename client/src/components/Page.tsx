import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { useLargeType } from '@/lib/large-type';

export interface PageProps {
  children: ReactNode;
  /** What stands fixed at the foot: leaves room for it. */
  foot?: 'tabs' | 'bar';
  className?: string;
}

/** The root of every page: carries large type, leaves room for what is fixed. */
export function Page({ children, foot, className }: PageProps) {
  const large = useLargeType((state) => state.large);
  return <View className={classes('page', large && 'large', foot && `page--${foot}`, className)}>{children}</View>;
}
