import { momentText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { InputRow } from '@/features/desk/InputRow';
import { ExportButton } from '@/features/exports/ExportButton';
import { Countdown } from '@/features/sessions/Countdown';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { admitting } from '@/lib/text/admitting';

const { draw: words } = admitting;

/** 抽签: what comes when, how many are in it, and doing it once it is time. */
export function DrawPanel({ session }: { session: SessionDetail }) {
  const client = useQueryClient();
  const { id, draw, closesAt } = session;
  const [number, setNumber] = useState('');
  const [pressed, setPressed] = useState(false);
  const view = useQuery({
    queryKey: ['draw', id],
    queryFn: ({ signal }) => api('GET /sessions/:id/draw', { params: { id }, signal }),
  });
  const go = useMutation({
    mutationFn: () =>
      api('POST /sessions/:id/draw', {
        params: { id },
        body: { ...(number.trim() && { publicNumber: number.trim() }) },
      }),
    onSettled: () => client.invalidateQueries(),
  });
  if (!draw) return null;
  const now = serverNow();
  const early = Date.parse(draw.drawsAt) > now;
  const lacking = draw.publicSource !== null && number.trim() === '';
  const press = async () => {
    setPressed(true);
    if (lacking) return;
    const question = { title: words.sure, content: words.sureSub(number.trim()), yes: words.yes, no: words.no };
    if (await ask(question)) go.mutate();
  };
  const steps = [
    closesAt && words.closes(momentText(closesAt, now)),
    draw.drawnAt ? words.done(momentText(draw.drawnAt, now)) : words.draws(momentText(draw.drawsAt, now)),
    words.public,
  ].filter((step): step is string => Boolean(step));
  return (
    <View className="group panel">
      <View className="panel__title">{words.title}</View>
      {steps.map((step, index) => (
        <View key={step} className="panel__step">
          <View className="panel__n">{index + 1}</View>
          <View className="grow">{step}</View>
        </View>
      ))}
      {view.data && !draw.drawnAt && <View className="strong panel__line">{words.applied(view.data.applied)}</View>}
      {!draw.drawnAt && (
        <>
          {early && <Countdown until={draw.drawsAt} onOver={() => void client.invalidateQueries()} />}
          {go.error && <Notice kind="bad">{go.error.message}</Notice>}
          {draw.publicSource && !early && (
            <InputRow
              label={words.number(draw.publicSource)}
              error={pressed && lacking ? words.needNumber : null}
              value={number}
              placeholder={words.numberHint}
              onChange={setNumber}
            />
          )}
          <Button kind="primary" off={early} busy={go.isPending} onTap={() => void press()}>
            {words.go}
          </Button>
          <View className="person__sub">{early ? words.early : !draw.publicSource && words.auto}</View>
        </>
      )}
      {draw.drawnAt && <ExportButton asked={{ kind: 'draw', session: id }} text={words.file} />}
      <Act className="panel__act" onTap={() => open(routes.draw(id))}>
        {words.page}
      </Act>
    </View>
  );
}
