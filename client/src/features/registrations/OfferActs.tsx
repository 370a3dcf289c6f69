import type { Registration } from '@openday/shared/registrations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Countdown } from '@/features/sessions/Countdown';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { say, sayFailure } from '@/lib/say';
import { standingWords as words } from '@/lib/text/standing';
import { fetchTicket } from './useTicket';

/** 轮到了: the time that is left, to take the seats or to let them go. */
export function OfferActs({ registration }: { registration: Registration }) {
  const client = useQueryClient();
  const { id, seats, confirmBy } = registration;
  // Also after a refusal: the time may have passed, and the page must say so.
  const onSettled = () => client.invalidateQueries();
  const accept = useMutation({
    mutationFn: () => api('POST /registrations/:id/confirm', { params: { id } }),
    onSuccess: () => {
      say(words.accepted);
      fetchTicket(id).catch(console.info);
    },
    onError: sayFailure,
    onSettled,
  });
  const pass = useMutation({
    mutationFn: () => api('POST /registrations/:id/cancel', { params: { id }, body: {} }),
    onError: sayFailure,
    onSettled,
  });
  const askToPass = async () => {
    const question = { title: words.passTitle, content: words.passSub, yes: words.passYes, no: words.passNo };
    if (await ask(question)) pass.mutate();
  };
  return (
    <View className="offer">
      {confirmBy && <Countdown until={confirmBy} onOver={() => void client.invalidateQueries()} />}
      <Button kind="primary" busy={accept.isPending} off={pass.isPending} onTap={() => accept.mutate()}>
        {words.accept(seats)}
      </Button>
      <Button kind="ink" busy={pass.isPending} off={accept.isPending} onTap={() => void askToPass()}>
        {words.pass}
      </Button>
    </View>
  );
}
