import { Text } from '@tarojs/components';
import { classes } from '@/lib/classes';

/** A state in a few characters; never colour alone. */
export function Tag({ children, kind }: { children: string; kind?: 'ok' | 'warn' | 'bad' | 'accent' }) {
  return <Text className={classes('tag', kind && `tag--${kind}`)}>{children}</Text>;
}
