import type { Member, MemberPassword, Unit } from '@openday/shared/people';
import type { Id } from '@openday/shared/wire';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { sayFailure } from '@/lib/say';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';
import { MemberSheet } from './MemberSheet';
import { PasswordSheet } from './PasswordSheet';

const { members: words } = district;

interface MemberListProps {
  units: Unit[];
  /** Only those of this unit. */
  of: Unit | null;
  onAll: () => void;
}

/** Who may sign in for these units, and what they may do. */
export function MemberList({ units, of, onAll }: MemberListProps) {
  const account = useAccount();
  const may = useMayAct();
  const [adding, setAdding] = useState<Member | 'new' | null>(null);
  const [made, setMade] = useState<MemberPassword | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['members', account?.id, of?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/members', {
        query: { limit: 20, ...(of && { organizer: of.id }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {of && <Notice act={{ text: words.seeAll, onTap: onAll }}>{words.onlyOf(of.name)}</Notice>}
      {list.isPending && <Skeleton cards={2} height={64} />}
      {list.isError && !list.data && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && <View className="after">{words.none}</View>}
      {items.length > 0 && (
        <View className="group">
          {items.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              may={may && !member.self}
              onPassword={setMade}
              onChange={() => setAdding(member)}
            />
          ))}
        </View>
      )}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
      {may && (
        <>
          <View className="gap" />
          <Button kind="white" icon="useradd" className="add" onTap={() => setAdding('new')}>
            {words.add}
          </Button>
        </>
      )}
      {adding && (
        <MemberSheet
          of={adding === 'new' ? null : adding}
          units={units}
          onMade={setMade}
          onClose={() => setAdding(null)}
        />
      )}
      {made && <PasswordSheet made={made} onClose={() => setMade(null)} />}
    </>
  );
}

interface MemberRowProps {
  member: Member;
  may: boolean;
  onPassword: (made: MemberPassword) => void;
  onChange: () => void;
}

function MemberRow({ member, may, onPassword, onChange }: MemberRowProps) {
  const client = useQueryClient();
  const { id, name, username, role, organizer, disabledAt, passwordOnce, self } = member;
  const refresh = () => client.invalidateQueries({ queryKey: ['members'] });
  const params: { id: Id } = { id };
  const again = useMutation({
    mutationFn: () => api('POST /desk/members/:id/password', { params }),
    onSuccess: onPassword,
    onError: sayFailure,
    onSettled: refresh,
  });
  const turn = useMutation({
    mutationFn: () => api(disabledAt ? 'POST /desk/members/:id/enable' : 'POST /desk/members/:id/disable', { params }),
    onError: sayFailure,
    onSettled: refresh,
  });
  const disable = async () => {
    const sure =
      disabledAt ||
      (await ask({
        ...{ title: words.sureDisable(name), content: words.sureDisableSub },
        ...{ yes: words.disable, no: words.leave },
      }));
    if (sure) turn.mutate();
  };
  return (
    <View className="member">
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="unit__sub">{words.who(words.roles[role], organizer.name)}</View>
        <View className="unit__sub">{username}</View>
        <View className="member__tags">
          {self && <Tag kind="accent">{words.self}</Tag>}
          {disabledAt && <Tag kind="bad">{words.disabled}</Tag>}
          {!disabledAt && passwordOnce && <Tag kind="warn">{words.once}</Tag>}
        </View>
      </View>
      {may && (
        <View className="member__acts">
          <Act label={words.changeTitle(name)} onTap={onChange}>
            {words.change}
          </Act>
          <Act label={`${words.again} ${name}`} disabled={again.isPending} onTap={() => again.mutate()}>
            {words.again}
          </Act>
          <Act
            label={`${disabledAt ? words.enable : words.disable} ${name}`}
            disabled={turn.isPending}
            onTap={() => void disable()}
          >
            {disabledAt ? words.enable : words.disable}
          </Act>
        </View>
      )}
    </View>
  );
}
