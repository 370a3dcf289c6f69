import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { useMemo } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { routes } from '@/lib/routes';
import { door } from '@/lib/text/door';
import { useDoorState } from './door-state';
import { recordsOf } from './journal';
import { QueueLine } from './QueueLine';
import { useQueue } from './useDoor';

const { scan: words } = door;
const toMine = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: routes.door });
};

/** A door page of a session whose list is not on this phone: not saved, or taken back by the unit. */
export function NoList({ sessionId }: { sessionId: Id }) {
  const { ready, version, revoked } = useDoorState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  const records = useMemo(() => recordsOf(sessionId), [sessionId, version]);
  const queue = useQueue(records);
  if (!ready) return <Page>{null}</Page>;
  const gone = revoked[sessionId] === true;
  return (
    <Page>
      {records.length > 0 && <QueueLine queue={queue} round onAct={toMine} />}
      <Empty
        icon={gone ? 'block' : 'download'}
        title={gone ? words.revoked : words.noPack}
        acts={
          <Button kind="primary" onTap={toMine}>
            {words.back}
          </Button>
        }
      >
        {gone ? words.revokedSub(queue.waiting) : words.noPackSub}
      </Empty>
    </Page>
  );
}
