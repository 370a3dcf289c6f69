import { rangeText } from '@openday/shared/dates';
import type { AskedChange, DeskEventDetail } from '@openday/shared/desk-events';
import type { SessionDetail } from '@openday/shared/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { SayingSheet } from '@/components/SayingSheet';
import { MayAct } from '@/features/desk/MayAct';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { MODE_WORDS } from '@/lib/text/admitting';
import { editor } from '@/lib/text/editor';

const { form: words, asked: asks } = editor;

/** 备案 once more: what is to be changed of a public session, and the buttons of whoever may decide. */
export function AskedPanel({ detail }: { detail: DeskEventDetail }) {
  return (
    <>
      {detail.asked.map((asked) => {
        const session = detail.event.sessions.find(({ id }) => id === asked.sessionId);
        return session && <One key={asked.sessionId} asked={asked} session={session} above={detail.mayApprove} />;
      })}
    </>
  );
}

function One({ asked, session, above }: { asked: AskedChange; session: SessionDetail; above: boolean }) {
  const client = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const params = { id: session.id };
  const decide = useMutation({
    mutationFn: async (how: 'approve' | 'withdraw' | { reason: string }) => {
      if (how === 'approve') await api('POST /sessions/:id/change/approve', { params });
      else if (how === 'withdraw') await api('POST /sessions/:id/change/withdraw', { params });
      else await api('POST /sessions/:id/change/send-back', { params, body: how });
      say(how === 'approve' ? asks.approved : how === 'withdraw' ? words.withdrawn : words.sentBackDone);
      setRefusing(false);
      await client.invalidateQueries();
    },
  });
  return (
    <View className="group panel">
      <View className="panel__title">{asks.title}</View>
      <View>{rangeText(session.startsAt, session.endsAt, serverNow())}</View>
      {linesOf(asked, session).map((line) => (
        <View key={line} className="strong">
          {line}
        </View>
      ))}
      <View className="formrow__sub">{above ? asks.youDecide : asks.waits}</View>
      {decide.error && <Notice kind="bad">{decide.error.message}</Notice>}
      <MayAct>
        {above ? (
          <>
            <Button kind="primary" busy={decide.isPending} onTap={() => decide.mutate('approve')}>
              {asks.approve}
            </Button>
            <Button kind="ink" onTap={() => setRefusing(true)}>
              {words.sendBack}
            </Button>
          </>
        ) : (
          <Button kind="ink" busy={decide.isPending} onTap={() => decide.mutate('withdraw')}>
            {asks.withdraw}
          </Button>
        )}
      </MayAct>
      {refusing && (
        <SayingSheet
          title={words.sendBackTitle}
          presets={words.sendBackPresets}
          own={words.sendBackOwn}
          most={100}
          submit={words.sendBack}
          busy={decide.isPending}
          failure={decide.error}
          onSay={(reason) => decide.mutate({ reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </View>
  );
}

/** What would be otherwise, a line each. */
function linesOf({ change, setup, venue }: AskedChange, session: SessionDetail): string[] {
  const starts = change.startsAt ?? session.startsAt;
  const length = Date.parse(session.endsAt) - Date.parse(session.startsAt);
  const ends = change.endsAt ?? new Date(Date.parse(starts) + length).toISOString();
  const moved = change.startsAt || change.endsAt;
  const nameOf = (quota: string) => session.quotas.find(({ id }) => id === quota)?.name ?? '';
  return [
    ...(moved ? [asks.time(rangeText(starts, ends, serverNow()))] : []),
    ...(venue ? [asks.place(venue)] : []),
    ...(change.quotas ?? []).map(({ id, capacity }) => asks.seats(nameOf(id), capacity)),
    ...(setup ? [asks.setup(MODE_WORDS[setup.mode])] : []),
    ...(setup?.quotas ?? []).map(({ name, capacity }) => words.pool(name, capacity)),
    ...(setup?.ceiling ? [asks.ceiling(setup.ceiling)] : []),
  ];
}
