import type { PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { whenWords } from '@/features/plans/when-words';
import { outgoing } from '@/lib/text/outward';

const { digestText: words } = outgoing.outward;

/** What a sheet is called as a sheet: 2026年政府开放月活动计划表. */
const SHEET = /(活动)?(计划|统计|安排|汇总|一览)+表$/;

/** One of a sheet's rows that residents can see. */
export interface SentOut {
  eventId: Id;
  theme: string;
  when: string;
  /** Empty while it is not set. */
  place: string;
  unit: string;
}

type Named = readonly { id: Id; name: string }[];

/** The rows that are public and not over, in the order of the sheet. `units`, `venues`: what they are called. */
export function sentOut(rows: readonly PlanRow[], units: Named, venues: Named, now: number): SentOut[] {
  return rows.flatMap((row) => {
    const { eventId, state, decided, parsed } = row;
    if (!eventId || (state !== 'published' && state !== 'announced') || isOver(row, now)) return [];
    const theme = decided.theme ?? parsed.theme ?? '';
    const unit = units.find(({ id }) => id === (decided.organizerId ?? parsed.organizerId));
    const venue = venues.find(({ id }) => id === decided.venueId);
    const place = state === 'published' ? (venue?.name ?? decided.venue?.name ?? '') : '';
    return [{ eventId, theme, when: whenWords(row, now), place, unit: unit?.name ?? parsed.unit ?? '' }];
  });
}

/** 公众号推文 of many: each with its time, its unit and its own link. */
export function digestOf(title: string, items: readonly SentOut[], linkOf: (event: Id) => string): string {
  const parts = items.map(({ eventId, theme, when, place, unit }, i) =>
    [
      ...[words.item(i + 1, theme), when && words.when(when), place && words.at(place), unit && words.by(unit)],
      words.link(linkOf(eventId)),
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return [title.replace(SHEET, ''), words.lead(items.length), ...parts].join('\n\n');
}

function isOver({ state, decided: { endsAt, moreTimes = [] } }: PlanRow, now: number): boolean {
  if (state === 'announced' || !endsAt) return false;
  return [endsAt, ...moreTimes.map((time) => time.endsAt)].every((end) => Date.parse(end) < now);
}
