import { dayOf, dayText } from '@openday/shared/dates';
import { SUGGESTION_KINDS } from '@openday/shared/suggestions';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { deskSuggestions } from '@/lib/text/desk-suggestions';
import { useAccount } from '@/lib/tokens';
import { type CollectCard, EARLIER, lately, SOURCES, written } from './collect-card';
import { useCollect } from './useDeskSuggestions';

const { collect: words, kind: kinds } = deskSuggestions;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOBILE = /^(1[3-9]\d{9})?$/;

const dated = (theme: string, startsAt: string | null): string =>
  [theme, startsAt && dayText(startsAt, serverNow())].filter(Boolean).join(' · ');

interface CollectSheetProps {
  /** The page's, so that closing the sheet loses no word. */
  card: CollectCard;
  onCard: (card: CollectCard) => void;
  onClose: () => void;
}

/** Cards and spoken words one after the other: what stays the same from one to the next stays filled in. */
export function CollectSheet({ card, onCard, onClose }: CollectSheetProps) {
  const account = useAccount();
  const { source, kind, programme, event, text, name, phone } = card;
  const set = (change: Partial<CollectCard>) => onCard({ ...card, ...change });
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
    set(written());
  });
  const now = serverNow();
  const day = card.day === EARLIER ? card.earlier : (card.day ?? dayOf(now));
  const ready = text.trim().length > 1 && DAY.test(day) && MOBILE.test(phone);
  const save = () =>
    collect.mutate({
      key: card.key,
      body: {
        ...{ source, kind, text: text.trim() },
        // An activity brings its unit and its plan.
        ...(event !== 'none' ? { eventId: event } : programme !== 'none' && { programmeId: programme }),
        day,
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
            onPick={(source) => set({ source })}
          />
        </View>
        <View className="section rule">
          <Choice
            label={words.kind}
            options={SUGGESTION_KINDS.map((each) => ({ key: each, text: kinds[each] }))}
            on={kind}
            onPick={(kind) => set({ kind })}
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
            onPick={(event) => set({ event })}
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
              onPick={(programme) => set({ programme })}
            />
          </FormRow>
        )}
        <FormRow label={words.day}>
          <Select
            wide
            label={words.day}
            options={[...lately(now), { key: EARLIER, text: words.earlier }]}
            on={card.day ?? dayOf(now)}
            onPick={(picked) => set({ day: picked })}
          />
        </FormRow>
        {card.day === EARLIER && (
          <Field
            label={words.earlierDay}
            value={card.earlier}
            placeholder={words.dayHint}
            maxlength={10}
            onChange={(earlier) => set({ earlier })}
          />
        )}
        <Field long label={words.text} value={text} maxlength={500} onChange={(text) => set({ text })} />
        <Field label={words.name} value={name} maxlength={20} onChange={(name) => set({ name })} />
        <Field type="number" label={words.phone} value={phone} maxlength={11} onChange={(phone) => set({ phone })} />
      </Group>
    </FormSheet>
  );
}
