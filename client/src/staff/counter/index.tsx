import type { Id } from '@openday/shared/wire';
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Page } from '@/components/Page';
import { Tap } from '@/components/Tap';
import { CorrectionSheet } from '@/features/door/CorrectionSheet';
import { clock } from '@/features/door/door-words';
import { NoList } from '@/features/door/NoList';
import { QueueLine } from '@/features/door/QueueLine';
import { record } from '@/features/door/recording';
import { type OpenDoor, useDoor, useQueue } from '@/features/door/useDoor';
import { classes } from '@/lib/classes';
import { say } from '@/lib/say';
import { readStored, store } from '@/lib/stored';
import { door as words } from '@/lib/text/door';
import '@/features/door/door.scss';
import './counter.scss';

const { counter } = words;

/** 现场计数: one's own count of who is there. The check-in count is not shown: two numbers, independent. */
export default function CounterPage() {
  const { params } = useRouter<{ id: string }>();
  const door = useDoor(params.id);
  if (!door) return <NoList sessionId={params.id} />;
  return (
    <Page className="tally">
      <Counter sessionId={params.id} door={door} />
    </Page>
  );
}

function Counter({ sessionId, door }: { sessionId: Id; door: OpenDoor }) {
  const queue = useQueue(door.records);
  const [left, setLeft] = useState(() => readStored('leftHand') ?? false);
  const count = door.live.handCount ?? 0;
  const last = door.records.filter(({ fact }) => fact.kind === 'count').pop()?.fact.at;
  const { corrected } = door.live;
  const [correcting, setCorrecting] = useState(false);
  const step = async (by: 1 | -1) => {
    if (!(await record(sessionId, { kind: 'count', seats: by, shown: 'none' }))) say(words.scan.notStored);
    else void Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
  };
  const swap = () => {
    setLeft(!left);
    store('leftHand', !left);
  };
  return (
    <>
      <View className="tally__n" id="hand">
        {count}
      </View>
      <View className="tally__u">
        {corrected
          ? counter.corrected
          : last
            ? `${counter.here} · ${counter.lastAt(`${clock(last)}:${seconds(last)}`)}`
            : counter.here}
      </View>
      {queue.state === 'clean' ? (
        <View className="queue queue--clean queue--round">
          <Icon name="check" />
          <Text className="queue__n">{counter.sent}</Text>
          <View className="grow">{counter.apart}</View>
        </View>
      ) : (
        <QueueLine queue={queue} round onAct={() => void Taro.navigateBack()} />
      )}
      <View className={classes('tally__pad', left && 'tally__pad--left')}>
        <View className="tally__side">
          <Tap
            className={classes('tally__minus', corrected && 'tally__off')}
            disabled={count === 0 || corrected}
            onTap={() => void step(-1)}
          >
            −1
          </Tap>
          <Tap className="tally__small" onTap={swap}>
            <Icon name="swap" />
            {left ? counter.right : counter.left}
          </Tap>
          <Tap className="tally__small" id="correct" onTap={() => setCorrecting(true)}>
            <Icon name="pencil" />
            {counter.correct}
          </Tap>
        </View>
        <Tap
          className={classes('tally__plus', corrected && 'tally__off')}
          id="plus"
          disabled={corrected}
          onTap={() => void step(1)}
        >
          +1
          <Text className="tally__plus-s">{counter.plus}</Text>
        </Tap>
      </View>
      {correcting && (
        <CorrectionSheet sessionId={sessionId} count={door.live.handCount} onClose={() => setCorrecting(false)} />
      )}
    </>
  );
}

/** Seconds are the same in every time zone. */
function seconds(at: string): string {
  return String(new Date(at).getUTCSeconds()).padStart(2, '0');
}
