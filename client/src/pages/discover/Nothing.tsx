import { dayText, instantOf } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { FollowUnitButton } from '@/features/follows/FollowUnit';
import { type Filters, NO_FILTERS, narrowings } from '@/features/sessions/filters';
import { type Offer, useOffers } from '@/features/sessions/useSummary';
import { serverNow } from '@/lib/clock';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';
import { nothingWords } from './nothing-words';

const { nothing: words } = finding;
/** More ways out than this are a list of their own. */
const OFFERED = 2;

/** A search that finds nothing: says so, and what there is with one condition less. */
export function Nothing({ filters, onUse }: { filters: Filters; onUse: (filters: Filters) => void }) {
  const { offers, pending } = useOffers(filters);
  if (narrowings(filters).length === 0) {
    return (
      <Empty icon="calendar" title={resident.discover.nothingAtAll}>
        <Phrase>{resident.discover.nothingAtAllSub}</Phrase>
      </Empty>
    );
  }
  if (pending) return <Skeleton cards={2} />;
  const [best, ...more] = offers.slice(0, OFFERED);
  const acts = (
    <>
      <Button kind="primary" onTap={() => onUse(best?.filters ?? NO_FILTERS)}>
        {best ? seeWords(best, filters) : resident.discover.showAll}
      </Button>
      {more.map((offer) => (
        <Button key={offer.gives} kind="white" onTap={() => onUse(offer.filters)}>
          {seeWords(offer, filters)}
        </Button>
      ))}
      {filters.organizer && <FollowUnitButton organizerId={filters.organizer.id} />}
    </>
  );
  return (
    <Empty icon="calendar" title={nothingWords(filters, serverNow())} acts={acts}>
      {best?.day ? <Phrase>{subWords(best, best.day, filters)}</Phrase> : <View>{resident.discover.nothingSub}</View>}
    </Empty>
  );
}

/** Where no weekend has one, what there is is on weekdays. */
const isWeekdays = ({ gives }: Offer, filters: Filters) => gives === 'day' && filters.day === 'weekend';

function seeWords(offer: Offer, filters: Filters): string {
  return isWeekdays(offer, filters) ? words.seeWeekdays(offer.total) : words.see[offer.gives](offer.total);
}

function subWords(offer: Offer, day: string, filters: Filters): string {
  const where = isWeekdays(offer, filters) ? words.weekdays : words.gives[offer.gives];
  return words.sub(where, offer.total, dayText(instantOf(day, '00:00'), serverNow()));
}
