import type { Id } from '@openday/shared/wire';
import { Notice } from '@/components/Notice';
import { sendKept, useSaver } from '@/features/plans/row-saver';
import { planning } from '@/lib/text/planning';

const { review: words } = planning;

/** Says only what is wrong with saving: what is not on the server yet, and why. */
export function SaveState({ plan }: { plan: Id }) {
  const { kept, sending, failure } = useSaver();
  if (!failure || sending) return null;
  const waits = Object.keys(kept[plan] ?? {}).length > 0;
  return (
    <Notice kind="bad" icon="alert" act={waits ? { text: words.saveAgain, onTap: () => void sendKept() } : undefined}>
      {`${waits ? words.unsaved : words.refused}：${failure.message}`}
    </Notice>
  );
}
