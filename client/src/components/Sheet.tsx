import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { everyone } from '@/lib/text/everyone';
import { BackCloses } from '@/platform/BackCloses';
import { STILL_BELOW } from '@/platform/weapp-only';
import { Act } from './Act';
import { Tap } from './Tap';
import { useEscape } from './useEscape';
import { useHeldFocus } from './useHeldFocus';

export interface SheetProps {
  title: ReactNode;
  sub?: ReactNode;
  /** Names the sheet for a screen reader. */
  label: string;
  children: ReactNode;
  /** Stays in sight below the scrolling body. */
  foot?: ReactNode;
  /** Id of what is to be in sight inside the body. */
  into?: string;
  onClose: () => void;
}

/** Rises over the page: head, scrolling body, pinned foot. */
export function Sheet({ title, sub, label, children, foot, into, onClose }: SheetProps) {
  useEscape(onClose);
  const id = useHeldFocus();
  const dialog = { role: 'dialog', 'aria-modal': true, 'aria-label': label, tabIndex: -1 };
  const heading = { role: 'heading', 'aria-level': 2 };
  return (
    <View className="over" {...STILL_BELOW}>
      <Tap className="over__scrim" label={everyone.close} onTap={onClose} />
      <View id={id} className="sheet" {...dialog}>
        <View className="sheet__head">
          <View className="grow">
            <View className="strong" {...heading}>
              {title}
            </View>
            {sub && <View className="cell__sub">{sub}</View>}
          </View>
          <Act icon="close" label={everyone.close} className="sheet__close" onTap={onClose} />
        </View>
        <ScrollView className="sheet__body" scrollY scrollIntoView={into}>
          {children}
        </ScrollView>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
      {process.env.TARO_ENV === 'weapp' && <BackCloses onBack={onClose} />}
    </View>
  );
}
