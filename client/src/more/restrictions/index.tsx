import { dayText } from '@openday/shared/dates';
import type { Restriction } from '@openday/shared/registrations';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { holds, useMyRestrictions } from '@/features/registrations/useMyRestrictions';
import { serverNow } from '@/lib/clock';
import { restrictionWords as words } from '@/lib/text/restrictions';

/** What I registered for and did not come to, what follows from it, and how it is cleared. */
export default function RestrictionsPage() {
  const { items, isPending, isError, error, refetch } = useMyRestrictions();
  if (isPending) {
    return (
      <Page>
        <Skeleton cards={2} />
      </Page>
    );
  }
  return (
    <Page>
      {isError && <Failed failure={error} onAgain={() => void refetch()} />}
      {!isError && items.length === 0 && (
        <Empty icon="check" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.map((restriction) => (
        <One key={restriction.id} restriction={restriction} />
      ))}
      {items.length > 0 && (
        <Group>
          <View className="section">
            <View>
              <Phrase>{words.lead}</Phrase>
            </View>
            <View className="cell__sub">
              <Phrase>{words.exempt}</Phrase>
            </View>
          </View>
          <Cell icon="phone" sub={<Phrase>{words.wrongSub}</Phrase>} className="rule">
            {words.wrong}
          </Cell>
        </Group>
      )}
    </Page>
  );
}

function One({ restriction }: { restriction: Restriction }) {
  const { programme, until, missed, clearedAt } = restriction;
  const now = serverNow();
  const state = clearedAt ? words.cleared : holds(restriction) ? words.now(dayText(until, now)) : words.past;
  return (
    <Group>
      <View className="section">
        <View className="section__title">{state}</View>
        <View className="cell__sub">{words.in(programme.title)}</View>
      </View>
      <View className="section rule">
        <View className="cell__sub">{words.missed(missed.length)}</View>
        {missed.map(({ theme, startsAt }) => (
          <View key={`${startsAt}${theme}`} className="missed">
            <View>
              <Phrase>{theme}</Phrase>
            </View>
            <View className="cell__sub">{dayText(startsAt, now)}</View>
          </View>
        ))}
      </View>
    </Group>
  );
}
