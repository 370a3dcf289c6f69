import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { FactRow } from '@/components/FactRow';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { ACCESS_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';

const { event: words } = resident;

/** What there is to see, for whom, and whom to ask. */
export function EventFacts({ event, session }: { event: EventDetail; session: SessionDetail | undefined }) {
  const { contact, content, programme } = event;
  const access = session?.venue.access ?? [];
  const call = () => {
    // Closing WeChat's question about calling is no failure.
    if (contact) Taro.makePhoneCall({ phoneNumber: contact.phone }).catch(() => undefined);
  };
  return (
    <Group>
      {content && (
        <View className="section">
          <View className="section__title">{words.what}</View>
          {content.split('\n').map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <ContentLine key={index} line={line} />
          ))}
        </View>
      )}
      <View className={content ? 'rule' : undefined}>
        <FactRow icon="family">
          <Phrase>{event.audience || (session?.mode === 'invited' ? words.forInvited : words.forAll)}</Phrase>
        </FactRow>
        {access.length > 0 && (
          <FactRow icon="access">
            <Phrase>{access.map((note) => ACCESS_WORDS[note]).join('，')}</Phrase>
          </FactRow>
        )}
        {contact && (
          <FactRow icon="phone" sub={contact.phone} act={{ text: words.call, onTap: call }}>
            {contact.name}
          </FactRow>
        )}
        {programme && (
          <FactRow icon="info">
            <Phrase>{words.belongs(programme.title)}</Phrase>
          </FactRow>
        )}
      </View>
    </Group>
  );
}

/** A paragraph; a line that begins with a clock time is a step of the day. */
function ContentLine({ line }: { line: string }) {
  const [, clock, what] = /^(\d{1,2}[:：]\d{2})\s+(.+)$/.exec(line) ?? [];
  if (!clock || !what) {
    return (
      <View className="para">
        <Phrase>{line}</Phrase>
      </View>
    );
  }
  return (
    <View className="step">
      <View className="step__at">{clock}</View>
      <View className="grow">
        <Phrase>{what}</Phrase>
      </View>
    </View>
  );
}
