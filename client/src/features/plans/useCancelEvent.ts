import type { Id } from '@openday/shared/wire';
import { useState } from 'react';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { reviewActs } from '@/lib/text/review-acts';
import { afterPublic } from './usePlans';

/** Calls off an event made of a row; everybody registered or following is told the reason. True = done. */
export function useCancelEvent(plan: Id): { cancel: (event: Id, reason: string) => Promise<boolean>; busy: boolean } {
  const [busy, setBusy] = useState(false);
  const cancel = async (event: Id, reason: string) => {
    setBusy(true);
    try {
      await api('POST /events/:id/cancel', { params: { id: event }, body: { reason } });
      say(reviewActs.again.cancelled);
      return true;
    } catch (failure) {
      sayFailure(failure);
      return false;
    } finally {
      await afterPublic(plan);
      setBusy(false);
    }
  };
  return { cancel, busy };
}
