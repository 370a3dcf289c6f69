import type { Invitation } from '@openday/shared/registrations';
import type { QuotaView } from '@openday/shared/sessions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Stepper } from '@/components/Stepper';
import { api } from '@/lib/api';
import { classes } from '@/lib/classes';
import { say } from '@/lib/say';
import { admitting } from '@/lib/text/admitting';
import { copyText } from '@/platform/clipboard';
import { printPage } from '@/platform/print';

const { invitations: words } = admitting;
const SHOWN = 12;
const MOST = 200;

/** 邀请码 of one pool: made so many at a time, copied or printed, and which are used. */
export function Invitations({ quota, theme }: { quota: QuotaView; theme: string }) {
  const client = useQueryClient();
  const { id } = quota;
  const [count, setCount] = useState(5);
  const [all, setAll] = useState(false);
  const list = useQuery({
    queryKey: ['invitations', id],
    queryFn: ({ signal }) => api('GET /quotas/:id/invitations', { params: { id }, signal }),
  });
  const make = useMutation({
    mutationFn: () => api('POST /quotas/:id/invitations', { params: { id }, body: { count } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations', id] }),
  });
  const items = list.data?.items ?? [];
  const free = items.filter(({ used }) => !used);
  const copy = () =>
    void copyText(free.map(({ code }) => code).join('\n')).then(() => say(words.copied(free.length)), console.info);
  const failure = make.error ?? list.error;
  return (
    <View className="group panel codes">
      <View className="panel__title">{words.title(quota.name)}</View>
      <View className="person__sub">{words.lead}</View>
      {failure && <Notice kind="bad">{failure.message}</Notice>}
      {list.isPending && <Skeleton cards={1} height={40} />}
      {list.data && (
        <View className="strong">
          {items.length > 0 ? words.made(items.length, items.length - free.length) : words.none}
        </View>
      )}
      <Codes items={all ? items : items.slice(0, SHOWN)} />
      {!all && items.length > SHOWN && <Act onTap={() => setAll(true)}>{words.all(items.length)}</Act>}
      <View className="codes__make">
        <View className="grow">{words.count}</View>
        <Stepper of="codes" value={count} min={1} max={MOST} onChange={setCount} />
      </View>
      <Button kind="ink" busy={make.isPending} onTap={() => make.mutate()}>
        {words.make(count)}
      </Button>
      {free.length > 0 && (
        <View className="codes__acts">
          <Act onTap={copy}>{words.copy}</Act>
          {printPage && <Act onTap={printPage}>{words.print}</Act>}
        </View>
      )}
      <View className="codes__paper">
        <View className="title">{words.printed(theme)}</View>
        <View>{words.how(quota.name)}</View>
        <Codes items={free} />
      </View>
    </View>
  );
}

function Codes({ items }: { items: Invitation[] }) {
  return (
    <View className="codes__list">
      {items.map(({ id, code, used }) => (
        <View key={id} className={classes('codes__one', used && 'codes__one--used')}>
          {code}
          <View className="person__sub">{used ? words.used : words.free}</View>
        </View>
      ))}
    </View>
  );
}
