import { dateText } from '@openday/shared/dates';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { editorUrls } from '@/features/desk/editor-places';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { editor } from '@/lib/text/editor';
import { useAccount } from '@/lib/tokens';
import { KINDS } from '../event/kinds';

const { start: words } = editor;

/** What a new event begins with: nothing, a kind often held, or an earlier one. */
export function StartSheet({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const [q, setQ] = useState('');
  const earlier = useQuery({
    queryKey: ['deskEvents', account?.id, 'earlier', q.trim()],
    queryFn: ({ signal }) =>
      api('GET /desk/events', { query: { limit: 20, ...(q.trim() && { q: q.trim() }) }, signal }),
  });
  const items = earlier.data?.items ?? [];
  const start = (like?: { event?: string; kind?: string }) => () => {
    onClose();
    open(editorUrls.fresh(like));
  };
  return (
    <Sheet title={words.title} label={words.title} onClose={onClose}>
      <Group>
        <Cell icon="plus" sub={words.blankSub} onTap={start()}>
          {words.blank}
        </Cell>
      </Group>
      <Group head={words.builtIn}>
        {KINDS.map(({ key, name, sub }) => (
          <Cell key={key} icon="doc" sub={sub} onTap={start({ kind: key })}>
            {name}
          </Cell>
        ))}
      </Group>
      <Group head={words.earlier}>
        <View className="section small dim">{words.earlierSub}</View>
        <SearchField value={q} placeholder={words.search} onChange={setQ} />
        {items.map(({ id, theme, startsAt, organizer }) => (
          <Cell
            key={id}
            icon="swap"
            sub={[startsAt && dateText(startsAt, serverNow()), organizer.name].filter(Boolean).join(' · ')}
            onTap={start({ event: id })}
          >
            {theme}
          </Cell>
        ))}
      </Group>
      {earlier.isPending && <Skeleton cards={2} height={56} />}
      {earlier.isError && <Notice kind="bad">{earlier.error.message}</Notice>}
    </Sheet>
  );
}
