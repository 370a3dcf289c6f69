import type { Registration } from '@openday/shared/registrations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { say, sayFailure } from '@/lib/say';
import { standingWords as words } from '@/lib/text/standing';
import { bringMine } from './useMine';
import { bringTicket } from './useTicket';

export interface Offer {
  accept: () => void;
  /** Asks once more before it lets the seats go. */
  pass: () => void;
  busy: 'accept' | 'pass' | null;
  /** The time is over: what holds must be asked anew. */
  over: () => void;
}

/** 轮到了: taking the offered seats, or letting them go to the next. */
export function useOffer({ id }: Registration): Offer {
  const client = useQueryClient();
  const refresh = () => {
    bringMine();
    return client.invalidateQueries();
  };
  const accept = useMutation({
    mutationFn: () => api('POST /registrations/:id/confirm', { params: { id } }),
    onSuccess: () => {
      say(words.accepted);
      bringTicket(id);
    },
    onError: sayFailure,
    // Also after a refusal: the time may have passed, and the page must say so.
    onSettled: refresh,
  });
  const pass = useMutation({
    mutationFn: () => api('POST /registrations/:id/cancel', { params: { id }, body: {} }),
    onError: sayFailure,
    onSettled: refresh,
  });
  const askToPass = async () => {
    const question = { title: words.passTitle, content: words.passSub, yes: words.passYes, no: words.passNo };
    if (await ask(question)) pass.mutate();
  };
  return {
    accept: () => accept.mutate(),
    pass: () => void askToPass(),
    busy: accept.isPending ? 'accept' : pass.isPending ? 'pass' : null,
    over: () => void refresh(),
  };
}
