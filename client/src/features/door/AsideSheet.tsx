import type { ScanFact } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { door } from '@/lib/text/door';
import type { DoorRecord } from '@/platform/fact-storage';
import { clock } from './door-words';
import { retryRejected } from './journal';
import { syncNow } from './sync';

const { aside: words } = door;

/** What the server would not take, why, and once more. */
export function AsideSheet(props: { sessionId: Id; aside: DoorRecord[]; onClose: () => void }) {
  const { sessionId, aside, onClose } = props;
  const again = async () => {
    await retryRejected(sessionId);
    onClose();
    void syncNow();
  };
  return (
    <Sheet
      title={words.title(aside.length)}
      sub={words.sub}
      label={words.title(aside.length)}
      foot={
        <Button kind="primary" icon="refresh" onTap={() => void again()}>
          {words.again}
        </Button>
      }
      onClose={onClose}
    >
      <Group>
        {aside.map(({ fact, rejected = 'malformed' }) => (
          <Cell key={fact.id} sub={lacksReason(fact) ? words.noReason : words.reasons[rejected]}>
            {words.item(fact.seq, clock(fact.at), words.kinds[fact.kind])}
          </Cell>
        ))}
      </Group>
    </Sheet>
  );
}

/** A hand count is corrected only with a reason; earlier versions asked for none. */
function lacksReason({ kind, reason }: ScanFact): boolean {
  return kind === 'correction' && !reason;
}
