import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import type { IconName } from '@/components/icon-names';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { door } from '@/lib/text/door';
import './door.scss';
import { tryAgain } from './recording';
import type { QueueState } from './useDoor';

const { queue: words } = door;

interface Look {
  kind: 'wait' | 'clean' | 'stop';
  icon: IconName;
  head: string;
  sub: string;
  act?: string;
}

/** What is not uploaded yet; it never says done before the server has everything. */
export function QueueLine({ queue, round, onAct }: { queue: QueueState; round?: boolean; onAct: () => void }) {
  const { kind, icon, head, sub, act } = lookOf(queue);
  const inner = (
    <>
      <Icon name={icon} />
      <Text className="queue__n">{head}</Text>
      <View className="grow">{sub}</View>
      {act && <Text className="queue__act">{act}</Text>}
    </>
  );
  const className = classes('queue', `queue--${kind}`, round && 'queue--round');
  if (act) {
    return (
      <Tap id="queue" className={className} onTap={queue.state === 'full' ? tryAgain : onAct}>
        {inner}
      </Tap>
    );
  }
  return (
    <View id="queue" className={className} role="status">
      {inner}
    </View>
  );
}

function lookOf({ state, waiting, aside }: QueueState): Look {
  if (state === 'full') {
    const sub = waiting > 0 ? words.fullSub : words.fullSentSub;
    return { kind: 'stop', icon: 'alert', head: words.full, sub, act: words.tryAgain };
  }
  if (state === 'signedOut') {
    const head = words.waiting(waiting);
    return { kind: 'wait', icon: 'lock', head, sub: words.signedOut, act: words.signIn };
  }
  if (state === 'offline') return { kind: 'wait', icon: 'offline', head: words.waiting(waiting), sub: words.offline };
  if (state === 'sending') return { kind: 'wait', icon: 'cloud', head: words.waiting(waiting), sub: words.sending };
  if (state === 'aside') {
    return { kind: 'wait', icon: 'alert', head: words.aside(aside.length), sub: words.asideSub, act: words.see };
  }
  return { kind: 'clean', icon: 'check', head: words.clean, sub: words.cleanSub };
}
