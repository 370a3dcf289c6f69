import { rangeText } from '@openday/shared/dates';
import type { DeskEventDetail } from '@openday/shared/desk-events';
import type { EventDetail } from '@openday/shared/events';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Notice } from '@/components/Notice';
import { FormRow } from '@/features/desk/FormRow';
import { sessionUrl } from '@/features/desk/places';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { MODE_WORDS } from '@/lib/text/admitting';
import { editor } from '@/lib/text/editor';
import { FORM_WORDS } from '@/lib/text/everyone';
import { TOPIC_WORDS } from '@/lib/text/finding';
import { ApprovalPanel } from './ApprovalPanel';
import { formOf } from './event-form';
import { Preview } from './Preview';
import { useEventActs } from './useEventActs';

const { form: words } = editor;

/** An event that cannot be changed now, or not by who looks: what it says, and for whoever may, the decision. */
export function EventRead({ detail, onPublished }: { detail: DeskEventDetail; onPublished?: (id: Id) => void }) {
  const { act, sendBack } = useEventActs({ onPublished });
  const { event } = detail;
  return (
    <View className="setup setup--read">
      <View className="setup__main">
        {act.error && (
          <Notice kind="bad" icon="alert">
            {act.error.message}
          </Notice>
        )}
        <View className="group panel">
          <View className="panel__title">{words.what}</View>
          {factsOf(event).map(([label, text]) => (
            <FormRow key={label} label={label}>
              <View className="read__text">{text}</View>
            </FormRow>
          ))}
        </View>
        <Sessions event={event} />
      </View>
      <View className="setup__side">
        {event.state === 'submitted' && (
          <ApprovalPanel
            detail={detail}
            busy={act.isPending || sendBack.isPending}
            failure={sendBack.error}
            onAct={(step) => act.mutate({ id: event.id, act: step })}
            onSendBack={(reason) => sendBack.mutate({ id: event.id, reason })}
          />
        )}
        <Preview form={formOf(event)} />
      </View>
    </View>
  );
}

function Sessions({ event: { sessions, window } }: { event: EventDetail }) {
  const now = serverNow();
  return (
    <View className="group panel">
      <View className="panel__title">{words.when}</View>
      {sessions.length === 0 && <View>{window?.text ?? words.previewDate}</View>}
      {sessions.map(({ id, startsAt, endsAt, venue, mode, quotas }) => (
        <Cell
          key={id}
          sub={
            <>
              <View>{[venue.name, venue.address].filter(Boolean).join(' · ')}</View>
              <View>
                {[MODE_WORDS[mode], ...quotas.map(({ name, seats }) => words.pool(name, seats.capacity))].join(' · ')}
              </View>
            </>
          }
          onTap={() => open(sessionUrl(id))}
        >
          {rangeText(startsAt, endsAt, now)}
        </Cell>
      ))}
    </View>
  );
}

function factsOf({ theme, forms, topic, content, audience, headcount, programme, contact }: EventDetail) {
  const facts: [string, string | null | undefined][] = [
    [words.theme, theme],
    [words.forms, forms.map((form) => FORM_WORDS[form]).join('、')],
    [words.topic, topic && TOPIC_WORDS[topic]],
    [words.content, content],
    [words.audience, audience || words.everybody],
    [words.headcount, headcount?.text],
    [words.programme, programme?.title],
    [words.contact, contact && [contact.name, contact.phone].filter(Boolean).join(' ')],
  ];
  return facts.flatMap(([label, text]): [string, string][] => (text ? [[label, text]] : []));
}
