import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { Spinner } from '@/components/Spinner';
import { sendKept, useSaver } from '@/features/plans/row-saver';
import { review } from '@/lib/text/review';

const { save: words } = review;
const AGAIN_MS = 10_000;

/** Always in sight: saved, being saved, or not. */
export function SaveMark({ plan }: { plan: Id }) {
  const { steps, sending, failure, saved } = useSaver();
  const waits = steps.some((step) => step.plan === plan);
  if (sending) {
    return (
      <View className="save" role="status">
        <Spinner />
        {words.saving}
      </View>
    );
  }
  if (waits || failure) return null;
  return (
    <View className="save" role="status">
      <Icon name={saved ? 'check' : 'cloud'} />
      {saved ? words.saved : words.auto}
    </View>
  );
}

/** Says what is not on the server yet and why, and tries again by itself. */
export function SaveFailure({ plan }: { plan: Id }) {
  const { steps, sending, failure } = useSaver();
  const waits = steps.some((step) => step.plan === plan);
  useEffect(() => {
    if (!failure || !waits) return undefined;
    const timer = setInterval(() => void sendKept(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [failure, waits]);
  if (!failure || sending) return null;
  return (
    <Notice kind="bad" icon="alert" act={waits ? { text: words.again, onTap: () => void sendKept() } : undefined}>
      {`${waits ? words.failed : words.refused}：${failure.message}`}
    </Notice>
  );
}
