import { Text } from '@tarojs/components';
import { classes } from '@/lib/classes';
import type { IconName } from './icon-names';

/** One picture of the set, in the colour of the text around it. Never alone: words stand beside it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <Text className={classes('icon', `icon--${name}`, className)} aria-hidden="true" />;
}
