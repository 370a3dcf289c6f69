import type { Closing } from '@openday/shared/closing';
import { dayOf } from '@openday/shared/dates';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Desk } from '@/features/desk/Desk';
import { reportUrl } from '@/features/desk/record-urls';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { say } from '@/lib/say';
import { closingReport } from '@/lib/text/closing-report';
import { fits } from '../papers/tally';
import { Fields } from './Fields';
import { blankForm, nextForm, type PastForm, pastSessionOf, sheetsOf } from './past-form';
import { Sheets } from './Sheets';

const { pastEntry: words, came } = closingReport;

/** 补录: a session held before the system was there, so that figures of that year come from records. */
export default function PastEntryPage() {
  return (
    <Desk on="closing" title={words.title} sub={words.sub}>
      {() => <Entry />}
    </Desk>
  );
}

function Entry() {
  const { params } = useRouter<{ year?: string }>();
  const thisYear = Number(dayOf(serverNow()).slice(0, 4));
  const [form, setForm] = useState(() => blankForm(params.year ?? String(thisYear - 1)));
  const [done, setDone] = useState<Closing[]>([]);
  const client = useQueryClient();
  const record = useMutation({
    mutationFn: (body: NonNullable<ReturnType<typeof pastSessionOf>>) => api('POST /desk/past-sessions', { body }),
    onSuccess: (closing) => {
      say(words.stored(closing.theme));
      setDone((before) => [closing, ...before]);
      setForm(nextForm(form));
      return client.invalidateQueries({ queryKey: ['closings'] });
    },
  });
  const body = pastSessionOf(form);
  const change = (over: Partial<PastForm>) => setForm({ ...form, ...over });
  return (
    <>
      <View className="group panel">
        <Fields form={form} thisYear={thisYear} onChange={change} />
      </View>
      <Sheets form={form} onChange={change} />
      {record.isError && (
        <Notice kind="bad" icon="alert">
          {record.error.message}
        </Notice>
      )}
      <Button kind="primary" off={!body} busy={record.isPending} onTap={() => body && record.mutate(body)}>
        {body ? words.save : fits(sheetsOf(form)) ? words.wait : words.waitTallies}
      </Button>
      {done.length > 0 && (
        <Group head={words.done}>
          {done.map((closing) => (
            <Cell
              key={closing.sessionId}
              className="rule"
              sub={closing.organizer.name}
              value={came(closing.actual ?? 0)}
              onTap={() => open(reportUrl(closing.sessionId))}
            >
              {closing.theme}
            </Cell>
          ))}
        </Group>
      )}
    </>
  );
}
