import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMemo } from 'react';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { everyone } from '@/lib/text/everyone';

/** The page's own title bar, in the page's own colour; leaves room for WeChat's capsule. */
export function DoorBar({ title, onBack }: { title: string; onBack: () => void }) {
  const top = useMemo(statusBarPx, []);
  return (
    <View className="doorbar" style={{ paddingTop: `${top}px` }}>
      <Tap className="doorbar__back" label={everyone.back} onTap={onBack}>
        <Icon name="left" />
      </Tap>
      <Text className="doorbar__title">{title}</Text>
    </View>
  );
}

function statusBarPx(): number {
  return process.env.TARO_ENV === 'weapp' ? (Taro.getWindowInfo().statusBarHeight ?? 0) : 0;
}
