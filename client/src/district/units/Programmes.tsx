import type { Programme } from '@openday/shared/places';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Skeleton } from '@/components/Skeleton';
import { MayAct } from '@/features/desk/MayAct';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';
import { ProgrammeSheet } from './ProgrammeSheet';

const { programmes: words } = district;

/** 计划, by year: what each asks of its units. */
export function Programmes() {
  const account = useAccount();
  const may = useMayAct();
  const [open, setOpen] = useState<Programme | 'new' | null>(null);
  const found = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  const items = found.data?.items ?? [];
  const years = [...new Set(items.map(({ year }) => year))];
  return (
    <>
      {found.isPending && <Skeleton cards={2} height={56} />}
      {found.isError && !found.data && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
      {found.data && items.length === 0 && <View className="after">{words.none}</View>}
      {years.map((year) => (
        <Group key={year} head={words.year(year)}>
          {items
            .filter((each) => each.year === year)
            .map((each) => (
              <Cell
                key={each.id}
                sub={[each.organizer.name, rulesOf(each)].join(' · ')}
                onTap={may ? () => setOpen(each) : undefined}
              >
                {each.title}
              </Cell>
            ))}
        </Group>
      ))}
      <MayAct>
        <View className="gap" />
        <Button kind="white" icon="plus" onTap={() => setOpen('new')}>
          {words.make}
        </Button>
      </MayAct>
      {open && <ProgrammeSheet of={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

const rulesOf = ({ approves, closingDays, answerDays, keptDays, noShowLimit, noShowDays }: Programme): string =>
  [
    approves && words.asksApproval,
    words.closesIn(closingDays),
    answerDays !== null && words.answersIn(answerDays),
    keptDays !== null && words.keptFor(keptDays),
    noShowLimit !== null && noShowDays !== null && words.noShows(noShowLimit, noShowDays),
  ]
    .filter(Boolean)
    .join(' · ');
