import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Tap } from './Tap';

/** Stays at the page's foot: at most two side acts and one button. */
export function BottomBar({ children }: { children: ReactNode }) {
  return <View className="bar">{children}</View>;
}

/** A side act: an icon over a word. */
export function SideAct({ icon, children, onTap }: { icon: IconName; children: ReactNode; onTap: () => void }) {
  return (
    <Tap className="bar__side" onTap={onTap}>
      <Icon name={icon} />
      {children}
    </Tap>
  );
}
