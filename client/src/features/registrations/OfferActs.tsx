import type { Registration } from '@openday/shared/registrations';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Countdown } from '@/features/sessions/Countdown';
import { standingWords as words } from '@/lib/text/standing';
import './registrations.scss';
import { useOffer } from './useOffer';

/** 轮到了: the time that is left, to take the seats or to let them go. */
export function OfferActs({ registration }: { registration: Registration }) {
  const { accept, pass, busy, over } = useOffer(registration);
  const { seats, confirmBy } = registration;
  return (
    <View className="offer">
      {confirmBy && <Countdown until={confirmBy} onOver={over} />}
      <Button kind="primary" busy={busy === 'accept'} off={busy === 'pass'} onTap={accept}>
        {words.accept(seats)}
      </Button>
      <Button kind="ink" busy={busy === 'pass'} off={busy === 'accept'} onTap={pass}>
        {words.pass}
      </Button>
    </View>
  );
}
