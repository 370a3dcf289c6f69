import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';

/** Something is on its way; words beside it say what. */
export function Spinner({ big = false }: { big?: boolean }) {
  return <View className={classes('spin', big && 'spin--big')} aria-hidden="true" />;
}
