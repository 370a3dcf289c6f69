import { rangeText } from '@openday/shared/dates';
import type { DeskEventDetail } from '@openday/shared/desk-events';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Notice } from '@/components/Notice';
import { useMayAct } from '@/features/desk/may-act';
import { sessionUrl, setupUrl } from '@/features/desk/places';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { say } from '@/lib/say';
import { editor } from '@/lib/text/editor';
import { setup as setupWords } from '@/lib/text/setup';
import { formOf, newSession, type SessionForm, sessionsOf } from './event-form';
import { sessionLacks } from './event-lacks';
import { SessionsPanel } from './SessionsPanel';

const { form: words } = editor;

/** Sessions that are public, each with its own page; and more of them. */
export function MoreSessions({ detail }: { detail: DeskEventDetail }) {
  const { event } = detail;
  const client = useQueryClient();
  const may = useMayAct();
  const [more, setMore] = useState<SessionForm[] | null>(null);
  const [lacks, setLacks] = useState<Record<string, string>>({});
  const add = useMutation({
    mutationFn: (sessions: SessionForm[]) =>
      api('POST /events/:id/sessions', { params: { id: event.id }, body: { sessions: sessionsOf({ sessions }) } }),
    onSuccess: async (_, sessions) => {
      setMore(null);
      say(words.added(sessions.length));
      await client.invalidateQueries();
    },
  });
  const details = add.error instanceof ApiError ? add.error.details : [];
  const wrong = { ...Object.fromEntries(details.map(({ field, message }) => [field, message])), ...lacks };
  const send = () => {
    const found = sessionLacks(more ?? [], true);
    setLacks(found);
    if (more && Object.keys(found).length === 0) add.mutate(more);
  };
  const now = serverNow();
  return (
    <>
      <View className="group panel">
        <View className="panel__title">{words.when}</View>
        {event.sessions.length > 0 && <View className="formrow__sub">{words.published}</View>}
        {event.sessions.map(({ id, startsAt, endsAt, venue }) => (
          <Cell
            key={id}
            sub={venue.name}
            value={may && words.openSetup}
            onTap={() => open(may ? setupUrl(id) : sessionUrl(id))}
          >
            {rangeText(startsAt, endsAt, now)}
          </Cell>
        ))}
        {may && !more && event.state !== 'cancelled' && (
          <Act
            icon="plus"
            className="panel__act"
            onTap={() => setMore([newSession(formOf(event).sessions.at(-1) ?? null, setupWords.firstPool)])}
          >
            {words.addTitle}
          </Act>
        )}
      </View>
      {more && (
        <>
          <SessionsPanel
            title={words.addTitle}
            sessions={more}
            wrong={wrong}
            onChange={(sessions) => {
              setMore(sessions);
              setLacks({});
              add.reset();
            }}
          />
          {add.error && details.length === 0 && <Notice kind="bad">{add.error.message}</Notice>}
          <Button kind="ink" busy={add.isPending} onTap={send}>
            {words.addSave}
          </Button>
        </>
      )}
    </>
  );
}
