import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { useLargeType } from '@/lib/large-type';
import { useSharp } from '@/lib/sharp';
import { PrivacyAsk } from './PrivacyAsk';

export interface PageProps {
  children: ReactNode;
  /** What stands fixed at the foot: leaves room for it. */
  foot?: 'tabs' | 'bar';
  className?: string;
}

/** The root of every page: carries large type and strong contrast, leaves room for what is fixed. */
export function Page({ children, foot, className }: PageProps) {
  const large = useLargeType((state) => state.large);
  const sharp = useSharp((state) => state.sharp);
  return (
    <View
      className={classes('page', large && 'large', sharp && 'sharp', foot && `page--${foot}`, className)}
      role="main"
    >
      {children}
      {process.env.TARO_ENV === 'weapp' && <PrivacyAsk />}
    </View>
  );
}
