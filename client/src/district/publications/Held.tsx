import { momentText } from '@openday/shared/dates';
import type { HeldPublication } from '@openday/shared/publications';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { Tag } from '@/components/Tag';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say, sayFailure } from '@/lib/say';
import { publications as words } from '@/lib/text/publications';

const LEAST = 2;
const MOST = 100;

interface HeldProps {
  held: HeldPublication;
  onChanged: () => void;
}

/** One of them: what the resident wrote, what everybody would read, and the two buttons. */
export function Held({ held, onChanged }: HeldProps) {
  const may = useMayAct();
  const [refusing, setRefusing] = useState(false);
  const { id, said, question, answer, organizer, event, why, at, mine } = held;
  const approve = useMutation({
    mutationFn: () => api('POST /suggestions/:id/publication/approve', { params: { id } }),
    onSuccess: () => say(words.approved),
    onSettled: onChanged,
    onError: sayFailure,
  });
  return (
    <Group className="held">
      <Cell sub={words.asked(organizer.name, momentText(at, serverNow()))}>
        {event?.theme ?? words.aboutUnit} <Tag kind="warn">{words.why[why]}</Tag>
      </Cell>
      <Part title={words.said} texts={said} />
      <Part title={words.question} texts={[question]} />
      <Part title={words.answer} texts={[answer]} />
      {mine && <View className="section rule cell__sub">{words.mine}</View>}
      {may && !mine && (
        <View className="section rule held__acts">
          <Button kind="ink" busy={approve.isPending} onTap={() => approve.mutate()}>
            {words.approve}
          </Button>
          <Button kind="white" onTap={() => setRefusing(true)}>
            {words.refuse}
          </Button>
        </View>
      )}
      {refusing && <RefuseSheet id={id} onDone={onChanged} onClose={() => setRefusing(false)} />}
    </Group>
  );
}

function Part({ title, texts }: { title: string; texts: string[] }) {
  return (
    <View className="section rule">
      <View className="cell__sub">{title}</View>
      {texts.map((text) => (
        <View key={text}>
          <Phrase>{text}</Phrase>
        </View>
      ))}
    </View>
  );
}

function RefuseSheet({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  const refuse = useMutation({
    mutationFn: () => api('POST /suggestions/:id/publication/refuse', { params: { id }, body: { reason } }),
    onSuccess: () => {
      say(words.refused);
      onClose();
      onDone();
    },
  });
  return (
    <FormSheet
      title={words.refuse}
      sub={words.refuseSub}
      submit={reason.length < LEAST ? words.short : words.refuse}
      ready={reason.length >= LEAST}
      busy={refuse.isPending}
      failure={refuse.error}
      onSubmit={() => refuse.mutate()}
      onClose={onClose}
    >
      <Field
        long
        label={words.reason}
        placeholder={words.reasonHint}
        value={typed}
        maxlength={MOST}
        onChange={setTyped}
      />
    </FormSheet>
  );
}
