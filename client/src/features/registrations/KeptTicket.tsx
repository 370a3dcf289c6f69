import { dayText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { everyone } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';
import { nextKeptTicket } from './tickets';

/** Without network: the next ticket kept in the phone, if there is one. */
export function KeptTicket() {
  const ticket = nextKeptTicket();
  if (!ticket) return null;
  const line = [dayText(ticket.startsAt, serverNow()), ticket.theme, everyone.people(ticket.seats)].join('，');
  return (
    <Group>
      <View className="section">
        <View className="strong">{resident.discover.ticketWorks}</View>
        <View className="cell__sub">{line}</View>
        <View className="gap" />
        <Button kind="primary" onTap={() => open(routes.ticket(ticket.registrationId))}>
          {resident.act.showCode}
        </Button>
      </View>
    </Group>
  );
}
