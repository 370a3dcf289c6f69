import type { SessionCard } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { open, routes } from '@/lib/routes';
import { finding } from '@/lib/text/finding';
import { showWay } from '@/lib/way';
import { CardLines } from './EventCard';

const { onMap: words } = finding;

export interface MapDeckProps {
  session: SessionCard;
  /** Its place in the list, from 0. */
  at: number;
  total: number | null;
  before: Id | null;
  next: Id | null;
  onShow: (id: Id) => void;
}

/** One activity under the map, and the ways to the one before and after it. */
export function MapDeck({ session, at, total, before, next, onShow }: MapDeckProps) {
  const { venue } = session;
  const see = { open: words.seeAndRegister, full: words.seeAndWait }[session.phase as string] ?? words.see;
  const region = { role: 'region', 'aria-label': words.chosen };
  return (
    <View className="deck" {...region}>
      <View className="deck__head">
        <Text className="small dim">{total === null ? words.nthOnly(at + 1) : words.nth(total, at + 1)}</Text>
        <View className="row">
          <Act icon="left" disabled={!before} onTap={() => before && onShow(before)}>
            {words.before}
          </Act>
          <Act className="deck__next" disabled={!next} onTap={() => next && onShow(next)}>
            {words.next}
            <Icon name="right" />
          </Act>
        </View>
      </View>
      <View aria-live="polite">
        <CardLines session={session} walk />
      </View>
      <View className="deck__acts">
        <Button className="deck__way" onTap={() => void showWay(venue)}>
          {words.way}
        </Button>
        <Button kind="primary" onTap={() => open(routes.event(session.eventId, session.id))}>
          {see}
        </Button>
      </View>
    </View>
  );
}
