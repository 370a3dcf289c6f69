import { dayOf, dayText } from '@openday/shared/dates';
import type { SuggestionKind } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { newKey } from '@/lib/new-key';
import { deskSuggestions } from '@/lib/text/desk-suggestions';

const { collect: words } = deskSuggestions;

export const SOURCES = ['paper', 'door'] as const;
/** Longer ago than the list of days goes: typed. */
export const EARLIER = 'earlier';
const DAYS = 31;
const DAY_MS = 86_400_000;

/** What was said on paper or at the door, half written down. */
export interface CollectCard {
  source: (typeof SOURCES)[number];
  kind: SuggestionKind;
  programme: Id | 'none';
  event: Id | 'none';
  /** `YYYY-MM-DD`, `EARLIER`, or null for today. */
  day: string | null;
  earlier: string;
  text: string;
  name: string;
  phone: string;
  /** Sent again it is the same one. */
  key: string;
}

/** What differs from one card to the next. */
export const written = () => ({ text: '', name: '', phone: '', key: newKey() });

export function newCard(): CollectCard {
  const same = { source: 'paper', kind: 'suggestion', programme: 'none', event: 'none' } as const;
  return { ...same, day: null, earlier: '', ...written() };
}

/** Today and the days before it, to choose from. */
export function lately(now: number): { key: string; text: string }[] {
  return Array.from({ length: DAYS }, (_, ago) => {
    const at = now - ago * DAY_MS;
    return { key: dayOf(at), text: [words.agos[ago], dayText(at, now)].filter(Boolean).join(' ') };
  });
}
