import { clockRangeText, dayOf, rangeText } from '@openday/shared/dates';
import type { Registration } from '@openday/shared/registrations';
import type { Instant } from '@openday/shared/wire';
import { create } from 'zustand';
import { serverNow } from '@/lib/clock';
import { readStored, store } from '@/lib/stored';
import { standingWords as words } from '@/lib/text/standing';

type Known = NonNullable<ReturnType<typeof readKnown>>;

const useKnown = create<{ known: Known }>(() => ({ known: readKnown() }));

function readKnown() {
  return readStored('knownSessions') ?? {};
}

/** Remembers the sessions of these registrations as first seen, and lets go of those that are over. */
export function noteSessions(registrations: Registration[]): void {
  const known = readKnown();
  const now = serverNow();
  const isAhead = ({ endsAt }: { endsAt: Instant }) => Date.parse(endsAt) > now;
  const ahead = registrations.filter(({ session }) => isAhead(session));
  // A session put off is known by its old times, which may be over by now.
  const kept = Object.entries(known).filter(
    ([id, session]) => isAhead(session) || ahead.some((each) => each.id === id),
  );
  const unseen = ahead.filter(({ id }) => !known[id]);
  const next: typeof known = Object.fromEntries([...kept, ...unseen.map((each) => [each.id, snapshot(each)] as const)]);
  if (JSON.stringify(next) === JSON.stringify(known)) return;
  store('knownSessions', next);
  useKnown.setState({ known: next });
}

/** The resident has seen the change. */
export function acknowledge(registration: Registration): void {
  const next = { ...readKnown(), [registration.id]: snapshot(registration) };
  store('knownSessions', next);
  useKnown.setState({ known: next });
}

/** What the unit has changed since the resident last knew, old beside new; null = nothing. */
export function useChange(registration: Registration): { line: string; before: string } | null {
  const before = useKnown(({ known }) => known[registration.id]);
  if (!before) return null;
  const { startsAt, endsAt, venue } = registration.session;
  const now = serverNow();
  const placed =
    before.venue === venue.name ? null : { line: words.placed(venue.name), before: words.placedFrom(before.venue) };
  if (before.startsAt === startsAt && before.endsAt === endsAt) return placed;
  const sameDay = dayOf(startsAt) === dayOf(before.startsAt);
  const old = sameDay ? clockRangeText(before.startsAt, before.endsAt) : rangeText(before.startsAt, before.endsAt, now);
  const moved = { line: words.moved, before: words.movedFrom(old) };
  if (!placed) return moved;
  return { line: words.both(moved.line, placed.line), before: words.both(moved.before, placed.before) };
}

function snapshot({ session }: Registration): Known[string] {
  return { startsAt: session.startsAt, endsAt: session.endsAt, venue: session.venue.name };
}
