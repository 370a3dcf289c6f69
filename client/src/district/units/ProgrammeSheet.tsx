import { dayOf } from '@openday/shared/dates';
import type { Programme } from '@openday/shared/places';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Switch } from '@/components/Switch';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { say } from '@/lib/say';
import { district } from '@/lib/text/district';

const { programmes: words } = district;
const USUAL_CLOSING = 10;
/** 1 to 90 days, as the server takes them. */
const DAYS = /^([1-9]|[1-8]\d|90)$/;
/** 1 to 30: residents are told thirty at most. */
const KEPT = /^([1-9]|[12]\d|30)$/;

/** What a programme asks of its units: 备案, and how soon they report and answer. Without `of` it is a new one. */
export function ProgrammeSheet({ of, onClose }: { of: Programme | null; onClose: () => void }) {
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(dayOf(serverNow()).slice(0, 4));
  const [approves, setApproves] = useState(of?.approves ?? false);
  const [closing, setClosing] = useState(String(of?.closingDays ?? USUAL_CLOSING));
  const [answer, setAnswer] = useState(of?.answerDays?.toString() ?? '');
  const [kept, setKept] = useState(of?.keptDays?.toString() ?? '');
  const save = useMutation({
    mutationFn: async () => {
      // Made twice it is the same one: the title and year name it.
      const { id, noShowLimit, noShowDays } =
        of ?? (await api('POST /programmes', { body: { title: title.trim(), year: Number(year) } }));
      const days = {
        closingDays: Number(closing),
        answerDays: answer ? Number(answer) : null,
        keptDays: kept ? Number(kept) : null,
      };
      return api('PATCH /programmes/:id', { params: { id }, body: { noShowLimit, noShowDays, approves, ...days } });
    },
    onSuccess: async () => {
      say(words.saved);
      onClose();
      await client.invalidateQueries();
    },
  });
  const badClosing = !DAYS.test(closing);
  const badAnswer = answer !== '' && !DAYS.test(answer);
  const badKept = kept !== '' && !KEPT.test(kept);
  const named = of !== null || (title.trim().length > 1 && /^20\d\d$/.test(year));
  return (
    <FormSheet
      title={of?.title ?? words.make}
      sub={of ? [words.year(of.year), of.organizer.name].join(' · ') : undefined}
      submit={words.save}
      ready={named && !badClosing && !badAnswer && !badKept}
      busy={save.isPending}
      failure={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {!of && (
        <Group>
          <Field label={words.name} value={title} placeholder={words.nameHint} maxlength={80} onChange={setTitle} />
          <Field type="number" label={words.whichYear} value={year} maxlength={4} onChange={setYear} />
        </Group>
      )}
      <Group>
        <Switch on={approves} label={words.approves} sub={words.approvesSub} onChange={setApproves} />
      </Group>
      <Group>
        <Field
          type="number"
          label={words.closing}
          value={closing}
          maxlength={2}
          error={badClosing ? words.badDays : null}
          onChange={setClosing}
        />
        <Field
          type="number"
          label={words.answer}
          value={answer}
          placeholder={words.answerUsual}
          maxlength={2}
          error={badAnswer ? words.badDays : null}
          onChange={setAnswer}
        />
        <Field
          type="number"
          label={words.kept}
          value={kept}
          placeholder={words.keptUsual}
          maxlength={2}
          error={badKept ? words.badKept : null}
          onChange={setKept}
        />
      </Group>
      {of && (
        <Group>
          <Cell icon="clock" onTap={() => open('/organizer/no-shows/index')}>
            {words.noShowRule}
          </Cell>
        </Group>
      )}
      <View className="after">{words.daysSub}</View>
    </FormSheet>
  );
}
