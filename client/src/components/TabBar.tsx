import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { Tap } from './Tap';

export interface Tab<K extends string> {
  key: K;
  icon: IconName;
  text: string;
}

/** The places of the app, at the foot of each of them. */
export function TabBar<K extends string>(props: { tabs: readonly Tab<K>[]; on: K; onTab: (key: K) => void }) {
  const { tabs, on, onTab } = props;
  return (
    <View className="tabs" role="tablist">
      {tabs.map(({ key, icon, text }) => (
        <Tap
          key={key}
          role="tab"
          checked={key === on}
          className={classes('tabs__one', key === on && 'tabs__one--on')}
          onTap={() => key !== on && onTab(key)}
        >
          <Icon name={icon} />
          {text}
        </Tap>
      ))}
    </View>
  );
}
