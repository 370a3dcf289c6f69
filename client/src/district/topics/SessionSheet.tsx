import { momentText } from '@openday/shared/dates';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { FormSheet } from '@/components/FormSheet';
import { Skeleton } from '@/components/Skeleton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { district } from '@/lib/text/district';

const { topics: words } = district;

interface SessionSheetProps {
  organizer: Id;
  busy: boolean;
  failure: Error | null;
  onPick: (session: Id) => void;
  onClose: () => void;
}

/** Where the chosen topic is talked over, with those invited. */
export function SessionSheet({ organizer, busy, failure, onPick, onClose }: SessionSheetProps) {
  const [on, setOn] = useState<Id | null>(null);
  const found = useQuery({
    queryKey: ['sessions-of', organizer],
    queryFn: ({ signal }) => api('GET /sessions', { query: { organizer, limit: 50 }, signal }),
  });
  const sessions = found.data?.items ?? [];
  return (
    <FormSheet
      title={words.session}
      sub={words.sessionSub}
      submit={words.session}
      ready={on !== null}
      busy={busy}
      failure={failure}
      onSubmit={() => on && onPick(on)}
      onClose={onClose}
    >
      {found.isPending && <Skeleton cards={2} height={48} />}
      {found.isError && !found.data && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
      {found.isSuccess && sessions.length === 0 && <Empty icon="calendar" title={words.sessionNone} />}
      <Choice
        label={words.sessionPick}
        options={sessions.map(({ id, theme, startsAt }) => ({
          key: id,
          text: `${momentText(startsAt, serverNow())} ${theme}`,
        }))}
        on={on}
        onPick={setOn}
      />
    </FormSheet>
  );
}
