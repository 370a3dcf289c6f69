import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { say } from '@/lib/say';
import type { Unanswered } from '@/lib/stored';
import { eventWords } from '@/lib/text/event';
import { attempt, settle, unanswered } from './attempts';
import { keepOutcome, sayMeanwhile } from './outcome';
import { LIVE } from './useMine';

const { cutShort: words } = eventWords;

/**
 * The app was closed while a registration waited for its turn: back on the activity's page, whether it came to stand is
 * looked up, and where it did not, the resident is asked whether it shall go on. Under its old key it is the same one.
 */
export function useCutShort(session: SessionDetail | undefined): void {
  const client = useQueryClient();
  const id = session?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each session that is opened
  useEffect(() => {
    const sent = id ? unanswered(id) : null;
    if (!session || !sent) return;
    const goOn = async () => {
      if (await stands(sent)) return settle(session.id);
      if (session.phase !== 'open' && session.phase !== 'full') {
        settle(session.id);
        return say(words.missed);
      }
      if (!(await ask({ ...words, title: words.title(sent.body.seats) }))) return settle(session.id);
      const registration = await attempt(session.id, sent.body);
      if (registration) {
        keepOutcome(registration);
        await client.invalidateQueries({ queryKey: ['registrations'] });
      }
      sayMeanwhile(session, registration);
    };
    // Not reached: asked at the next visit.
    goOn().catch(console.info);
  }, [id]);
}

/** Whether what was sent stands, answered or not. */
async function stands({ session, body }: Unanswered): Promise<boolean> {
  const { items } = await api('GET /registrations', { query: { session } });
  const isIt = ({ onBehalfOf, name }: Registration) =>
    body.onBehalfOf ? onBehalfOf !== null && name === body.onBehalfOf.name : onBehalfOf === null;
  return items.some((each) => LIVE.includes(each.status) && isIt(each));
}
