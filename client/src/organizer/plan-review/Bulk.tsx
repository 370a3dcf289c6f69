import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '@/components/Tap';
import { madeVenues } from '@/features/plans/made-venues';
import { type Change, decide } from '@/features/plans/row-saver';
import { isPublic } from '@/features/plans/row-standing';
import { sharedProposals, sharedVenueText } from '@/features/plans/shared-venues';
import { VenueSheet } from '@/features/venues/VenueSheet';
import { say } from '@/lib/say';
import { deciding } from '@/lib/text/deciding';
import { reviewActs } from '@/lib/text/review-acts';
import { BulkDateSheet } from './BulkDateSheet';
import { BulkModeSheet, BulkSeenSheet, BulkUnitSheet } from './BulkSheets';
import type { Review } from './useReview';

const { bulk: words } = reviewActs;
const { steps } = deciding;
type Open = 'venue' | 'date' | 'unit' | 'mode' | 'seen';

/** One decision for all rows that are ticked: one request, one step to take back. */
export function Bulk({ review }: { review: Review }) {
  const { ticked, tick, planId } = review;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const some = (rows: readonly PlanRow[], change: Change, what: string, why = '') => {
    decide(planId, rows, change, what);
    if (rows.length < ticked.length) say(words.part(rows.length, ticked.length - rows.length, why));
  };
  const sheet = { rows: ticked, onClose: close };
  const acts: [string, () => void][] = [
    [words.venue, () => setOpen('venue')],
    [words.date, () => setOpen('date')],
    [
      words.seats,
      () => {
        const able = ticked.filter(({ parsed }) => (parsed.headcount?.max ?? null) !== null);
        some(able, (row) => ({ capacity: row.parsed.headcount?.max ?? undefined }), steps.seats, words.whySeats);
      },
    ],
    [words.unit, () => setOpen('unit')],
    [words.mode, () => setOpen('mode')],
    [
      words.announce,
      () => {
        const able = ticked.filter(({ announceable }) => announceable);
        some(able, { act: 'announce' }, steps.announce, words.whyAnnounce);
      },
    ],
    [words.seen, () => setOpen('seen')],
    [
      words.skip,
      () =>
        some(
          ticked.filter((row) => !isPublic(row)),
          { act: 'skip' },
          steps.skip,
          words.whyPublic,
        ),
    ],
    [words.none, () => tick(ticked, false)],
  ];
  return (
    <>
      <View className="bulk">
        {words.head(ticked.length)}
        <View className="bulk__acts">
          {acts.map(([text, go]) => (
            <Tap key={text} className="bulk__act" onTap={go}>
              {text}
            </Tap>
          ))}
        </View>
      </View>
      {open === 'venue' && (
        <VenueSheet
          wanted={words.venueFor(ticked.length)}
          name={sharedVenueText(ticked)}
          proposed={sharedProposals(ticked)}
          made={madeVenues({ items: review.rows })}
          onKnown={(venueId) => some(ticked, { venueId }, steps.venue)}
          onNew={(venue) => some(ticked, { venue }, steps.venue)}
          onClose={close}
        />
      )}
      {open === 'date' && <BulkDateSheet {...sheet} onDone={(change) => some(ticked, change, steps.date)} />}
      {open === 'unit' && (
        <BulkUnitSheet {...sheet} onDone={(organizerId) => some(ticked, { organizerId }, steps.unit)} />
      )}
      {open === 'mode' && <BulkModeSheet {...sheet} onDone={(mode) => some(ticked, { mode }, steps.mode)} />}
      {open === 'seen' && (
        <BulkSeenSheet {...sheet} onDone={(rows, change) => decide(planId, rows, change, steps.seen)} />
      )}
    </>
  );
}
