import { clockRangeText, rangeText } from '@openday/shared/dates';
import type { Registration } from '@openday/shared/registrations';
import { create } from 'zustand';
import { serverNow } from '@/lib/clock';
import { readStored, store } from '@/lib/stored';
import { standingWords as words } from '@/lib/text/standing';

type Known = NonNullable<ReturnType<typeof readKnown>>;

const useKnown = create<{ known: Known }>(() => ({ known: readKnown() }));

function readKnown() {
  return readStored('knownSessions') ?? {};
}

/** Remembers sessions seen for the first time, and lets go of those that are over. */
export function noteSessions(registrations: Registration[]): void {
  const known = readKnown();
  const now = serverNow();
  const ahead = registrations.filter(({ session }) => Date.parse(session.endsAt) > now);
  const next = Object.fromEntries(ahead.map((each) => [each.id, known[each.id] ?? snapshot(each)]));
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
  if (before.startsAt !== startsAt || before.endsAt !== endsAt) {
    const sameDay =
      rangeText(startsAt, endsAt, now).split(' ')[0] === rangeText(before.startsAt, before.endsAt, now).split(' ')[0];
    const old = sameDay
      ? clockRangeText(before.startsAt, before.endsAt)
      : rangeText(before.startsAt, before.endsAt, now);
    return { line: words.moved, before: words.movedFrom(old) };
  }
  if (before.venue !== venue.name) return { line: words.placed(venue.name), before: words.placedFrom(before.venue) };
  return null;
}

function snapshot({ session }: Registration): Known[string] {
  return { startsAt: session.startsAt, endsAt: session.endsAt, venue: session.venue.name };
}
