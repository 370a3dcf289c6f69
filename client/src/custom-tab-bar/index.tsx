import { View } from '@tarojs/components';

/** WeChat wants this component where tabBar.custom is set; the bar itself is part of each tab's page. */
export default function CustomTabBar() {
  return <View />;
}
