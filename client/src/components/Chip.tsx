import { Text } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Tap } from './Tap';

/** A quick filter: off or on. */
export function Chip({ children, on, onTap }: { children: string; on: boolean; onTap: () => void }) {
  return (
    <Tap className={classes('chip', on && 'chip--on')} checked={on} onTap={onTap}>
      <Text className="chip__word">{children}</Text>
    </Tap>
  );
}
