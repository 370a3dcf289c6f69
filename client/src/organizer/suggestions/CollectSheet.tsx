import { dayText } from '@openday/shared/dates';
import { SUGGESTION_KINDS, type SuggestionKind } from '@openday/shared/suggestions';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { newKey } from '@/lib/new-key';
import { say } from '@/lib/say';
import { deskSuggestions } from '@/lib/text/desk-suggestions';
import { useAccount } from '@/lib/tokens';
import { useCollect } from './useDeskSuggestions';

const { collect: words, kind: kinds } = deskSuggestions;
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const MOBILE = /^(1[3-9]\d{9})?$/;
const SOURCES = ['paper', 'door'] as const;

const dated = (theme: string, startsAt: string | null): string =>
  [theme, startsAt && dayText(startsAt, serverNow())].filter(Boolean).join(' · ');

/** Cards and spoken words one after the other: what stays the same from one to the next stays filled in. */
export function CollectSheet({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const [source, setSource] = useState<(typeof SOURCES)[number]>('paper');
  const [kind, setKind] = useState<SuggestionKind>('suggestion');
  const [programme, setProgramme] = useState('none');
  const [event, setEvent] = useState('none');
  const [day, setDay] = useState('');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  // Kept until it went through: sent again it is the same one.
  const [key, setKey] = useState(newKey);
  const programmes = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  const events = useQuery({
    queryKey: ['deskEvents', account?.id, 'collect'],
    queryFn: ({ signal }) => api('GET /desk/events', { query: { state: 'published', limit: 50 }, signal }),
  });
  const collect = useCollect(() => {
    say(words.saved);
    setText('');
    setName('');
    setPhone('');
    setKey(newKey());
  });
  const ready = text.trim().length > 1 && DAY.test(day) && MOBILE.test(phone);
  const save = () =>
    collect.mutate({
      key,
      body: {
        ...{ source, kind, text: text.trim() },
        // An activity brings its unit and its plan.
        ...(event !== 'none' ? { eventId: event } : programme !== 'none' && { programmeId: programme }),
        ...(day && { day }),
        ...(name.trim() && { name: name.trim() }),
        ...(phone && { phone }),
      },
    });
  return (
    <FormSheet
      title={words.title}
      sub={words.sub}
      submit={words.save}
      ready={ready}
      busy={collect.isPending}
      failure={collect.error}
      onSubmit={save}
      onClose={onClose}
    >
      <Group>
        <View className="section">
          <Choice
            label={words.source}
            options={SOURCES.map((each) => ({ key: each, text: words.sources[each] }))}
            on={source}
            onPick={setSource}
          />
        </View>
        <View className="section rule">
          <Choice
            label={words.kind}
            options={SUGGESTION_KINDS.map((each) => ({ key: each, text: kinds[each] }))}
            on={kind}
            onPick={setKind}
          />
        </View>
        <FormRow label={words.event}>
          <Select
            wide
            label={words.event}
            options={[
              { key: 'none', text: words.noEvent },
              ...(events.data?.items ?? []).map(({ id, theme, startsAt }) => ({
                key: id,
                text: dated(theme, startsAt),
              })),
            ]}
            on={event}
            onPick={setEvent}
          />
        </FormRow>
        {event === 'none' && (
          <FormRow label={words.programme}>
            <Select
              wide
              label={words.programme}
              options={[
                { key: 'none', text: words.none },
                ...(programmes.data?.items ?? []).map(({ id, title }) => ({ key: id, text: title })),
              ]}
              on={programme}
              onPick={setProgramme}
            />
          </FormRow>
        )}
        <Field long label={words.text} value={text} maxlength={500} onChange={setText} />
        <Field label={words.day} value={day} placeholder={words.dayHint} maxlength={10} onChange={setDay} />
        <Field label={words.name} value={name} maxlength={20} onChange={setName} />
        <Field type="number" label={words.phone} value={phone} maxlength={11} onChange={setPhone} />
      </Group>
    </FormSheet>
  );
}
