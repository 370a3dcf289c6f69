import type { PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { ACCENT, ask } from '@/lib/ask';
import { queryClient } from '@/lib/query';
import { say, sayFailure } from '@/lib/say';
import { planning } from '@/lib/text/planning';
import { sendKept } from './row-saver';
import { planKey } from './usePlans';

const { review: words } = planning;

/** Makes decided rows public, after asking once: this cannot be taken back quietly. */
export function usePublish(plan: Id) {
  const [busy, setBusy] = useState(false);

  const publish = async (rows: readonly PlanRow[]) => {
    const undated = rows.filter(({ decided }) => decided.act === 'announce').length;
    const sure = await ask({
      title: words.publish(rows.length),
      content: words.publishAsk(rows.length - undated, undated),
      yes: words.publishYes,
      no: words.publishNo,
    });
    if (!sure) return;
    setBusy(true);
    try {
      await sendKept();
      const { items } = await api('POST /plan-imports/:id/publish', {
        params: { id: plan },
        body: { rows: rows.map(({ id }) => id) },
      });
      const open = items.filter(({ state }) => state === 'announced').length;
      say(words.published(items.length - open, open));
    } catch (failure) {
      await sayWhy(failure);
    } finally {
      await queryClient.invalidateQueries({ queryKey: planKey(plan) });
      for (const key of ['plan-imports', 'attendance', 'sessions', 'announced']) {
        void queryClient.invalidateQueries({ queryKey: [key] });
      }
      setBusy(false);
    }
  };

  return { publish, busy };
}

/** A refusal that names rows is read, not glimpsed. */
async function sayWhy(failure: unknown): Promise<void> {
  if (!(failure instanceof ApiError) || failure.details.length === 0) return sayFailure(failure);
  await Taro.showModal({
    title: words.notPublished,
    content: failure.details.map(({ message }) => message).join('\n'),
    showCancel: false,
    confirmText: words.understood,
    confirmColor: ACCENT,
  });
}
