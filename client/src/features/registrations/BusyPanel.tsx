import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { Spinner } from '@/components/Spinner';
import { useNow } from '@/lib/clock';
import { registerForm } from '@/lib/text/register-form';
import type { RegisterState } from './attempts';

const { busy: words } = registerForm;

/** While the phone waits its turn: how long already, when it tries again, and that nothing more need be done. */
export function BusyPanel({ state }: { state: Extract<RegisterState, { step: 'waiting' }> }) {
  useNow(500);
  const seconds = (ms: number) => Math.max(0, Math.ceil(ms / 1000));
  const waited = seconds(Date.now() - state.since);
  const next = seconds(state.until - Date.now());
  return (
    <Group>
      <View className="queueing" role="status">
        <Spinner big />
        <View className="strong">{state.wait.reason === 'offline' ? words.offline : words.title}</View>
        <View className="queueing__note">
          <View>
            <Phrase>{words.line}</Phrase>
          </View>
          <View>
            <Phrase>{next > 0 ? words.waited(waited, next) : words.waitedNow(waited)}</Phrase>
          </View>
        </View>
      </View>
    </Group>
  );
}

/** The foot while something is on its way: the button turns, and one may give up. */
export function BusyFoot({ seats, onStop }: { seats: number; onStop: () => void }) {
  return (
    <>
      <Button busy>{words.sending(seats)}</Button>
      <Button kind="plain" onTap={onStop}>
        {words.stop}
      </Button>
    </>
  );
}
