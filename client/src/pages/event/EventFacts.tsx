import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Cell } from '@/components/Cell';
import { FactRow } from '@/components/FactRow';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { FollowUnitPill } from '@/features/follows/FollowUnit';
import { open, routes } from '@/lib/routes';
import { eventWords } from '@/lib/text/event';
import { ACCESS_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';
import { contentLines } from './content-lines';

const { event: words } = resident;

/** What there is to see, for whom, what to bring, and whom to ask. */
export function EventFacts({ event, session }: { event: EventDetail; session: SessionDetail | undefined }) {
  const { contact, programme } = event;
  const { day, who, bring } = contentLines(event.content);
  const access = session?.venue.access ?? [];
  const call = () => {
    // Closing WeChat's question about calling is no failure.
    if (contact) Taro.makePhoneCall({ phoneNumber: contact.phone }).catch(() => undefined);
  };
  const [first, ...more] = bring;
  return (
    <Group>
      {day.length > 0 && (
        <View className="section">
          <View className="section__title">{words.what}</View>
          {day.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <ContentLine key={index} line={line} />
          ))}
        </View>
      )}
      <View className={day.length > 0 ? 'rule' : undefined}>
        <FactRow icon="family" sub={who.length > 0 && <Lines lines={who} />}>
          <Phrase>{event.audience || (session?.mode === 'invited' ? words.forInvited : words.forAll)}</Phrase>
        </FactRow>
        {first && (
          <FactRow icon="bag" sub={more.length > 0 && <Lines lines={more} />}>
            <Phrase>{unstopped(first)}</Phrase>
          </FactRow>
        )}
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
        <Cell
          className="rule"
          icon="bell"
          sub={eventWords.unitNews}
          control={<FollowUnitPill organizerId={event.organizer.id} text={eventWords.unitFollow} />}
        >
          {event.organizer.name}
        </Cell>
        <Cell icon="ask" onTap={() => open(routes.suggest('suggestion', event.id))}>
          {eventWords.say}
        </Cell>
        <Cell icon="flag" onTap={() => open(routes.suggest('problem', event.id))}>
          {eventWords.wrong}
        </Cell>
      </View>
    </Group>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line}>
          <Phrase>{unstopped(line)}</Phrase>
        </View>
      ))}
    </>
  );
}

/** A fact is no sentence. */
const unstopped = (line: string) => line.replace(/。$/, '');

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
