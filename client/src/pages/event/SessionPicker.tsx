import { rangeText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { serverNow } from '@/lib/clock';
import { resident } from '@/lib/text/resident';

/** Where an event has more than one session: which one the page is about. */
export function SessionPicker(props: { sessions: SessionDetail[]; on: Id; onPick: (id: Id) => void }) {
  const { sessions, on, onPick } = props;
  if (sessions.length < 2) return null;
  const options = sessions.map(({ id, startsAt, endsAt }) => ({
    key: id,
    text: rangeText(startsAt, endsAt, serverNow()),
  }));
  return (
    <Group>
      <View className="section">
        <View className="section__title">{resident.event.which}</View>
        <Choice label={resident.event.which} options={options} on={on} onPick={onPick} />
      </View>
    </Group>
  );
}
