import { clockOf, clockText, dayOf, dayText } from '@openday/shared/dates';
import type { Verdict, VerdictCase } from '@openday/shared/door-verdict';
import type { Instant } from '@openday/shared/wire';
import type { IconName } from '@/components/icon-names';
import { door } from '@/lib/text/door';
import { verdicts as words } from '@/lib/text/verdicts';

const MINUTE_MS = 60_000;
/** Beyond this "so many minutes" says nothing any more. */
const LONG_MINUTES = 120;

export interface VerdictContext {
  /** Server time, ms. */
  now: number;
  startsAt: Instant;
  /** Seats nobody has, null = no limit. */
  room: number | null;
  /** At which door they came in before. */
  where: string;
  /** Party size the code states. */
  codeSeats: number;
}

export type VerdictAct = 'admit' | 'next' | 'roster' | 'walkIn';

export interface VerdictWords {
  icon: IconName;
  word: string;
  big: string;
  who: string;
  why: string;
  what: string;
  what2: string;
  /** First the button that goes on; for `admit` the words come with the number. */
  acts: { act: VerdictAct; text: string }[];
}

type Lines = Partial<Omit<VerdictWords, 'icon' | 'word' | 'acts'>>;

/** Word, fact, what to do, and always a way on. */
export function verdictWords(verdict: Verdict, context: VerdictContext): VerdictWords {
  return {
    icon: ICONS[verdict.case],
    word: words.words[verdict.case],
    ...{ big: '', who: '', why: '', what: '', what2: '' },
    ...linesOf(verdict, context),
    acts: actsOf(verdict.case),
  };
}

const ICONS: Record<VerdictCase, IconName> = {
  fresh: 'check-x',
  printed: 'check-x',
  old: 'alert-x',
  changed: 'alert-x',
  notListed: 'alert-x',
  waiting: 'alert-x',
  again: 'twice-x',
  otherSession: 'swap-x',
  notYetOpen: 'alert-x',
  cancelled: 'cross-x',
  expired: 'cross-x',
  declined: 'cross-x',
  wrongEvent: 'ask-x',
  unknownKey: 'ask-x',
  altered: 'ask-x',
  unknown: 'ask-x',
};

function linesOf(verdict: Verdict, context: VerdictContext): Lines {
  const { entry, party, arrived, other } = verdict;
  const { now, room } = context;
  const flag = words.flags[verdict.case] ?? '';
  const tail = entry?.last4 ? door.last4(entry.last4) : '';
  const known = {
    big: tail || (entry?.name ?? ''),
    who: words.whoParty(entry?.name ?? '', entry?.seats ?? party, arrived),
  };
  switch (verdict.case) {
    case 'fresh':
    case 'printed': {
      const quota = entry?.quota ?? '';
      const why = arrived > 0 ? words.someIn(quota, party, arrived) : words.noneIn(quota, party);
      return { who: words.who(entry?.name ?? '', entry?.last4 ?? null), why };
    }
    case 'old': {
      const what = entry?.last4 ? words.askLast4 : words.askName;
      return { ...known, why: ageText(verdict.ageMs), what, what2: words.flagged(flag) };
    }
    case 'changed':
      return {
        ...known,
        why: words.changed(entry?.seats ?? 0, context.codeSeats),
        what: words.changedDo,
        what2: words.flagged(flag),
      };
    case 'notListed':
      return {
        big: words.notListedWho(party),
        why: words.notListed,
        what: words.notListedDo,
        what2: words.flaggedOnly(flag),
      };
    case 'waiting':
      return { ...known, why: words.waiting, what: words.waitingDo, what2: words.flaggedOnly(flag) };
    case 'again': {
      const when = verdict.arrivedAt ? clockOf(verdict.arrivedAt).replace(/^0/, '') : '';
      return {
        big: words.againAt(when, context.where),
        who: entry ? words.who(entry.name, entry.last4) : door.scan.unlisted,
        why: words.againWhy(party),
        what: words.againDo,
        what2: words.againDo2,
      };
    }
    case 'otherSession':
      return {
        big: other ? `${dayOf(other.startsAt) === dayOf(now) ? '今天' : ''}${clockText(other.startsAt)}` : '',
        who: other?.theme,
        why: other?.venue,
        what: words.otherDo,
        what2: room === 0 ? words.otherFull : words.otherRoom(room),
      };
    case 'notYetOpen': {
      const when = `${dayText(context.startsAt, now)} ${clockText(context.startsAt)}`;
      return { big: when, who: known.who, why: tail, what: words.notYetDo, what2: words.notYetDo2 };
    }
    case 'cancelled':
    case 'expired':
    case 'declined':
      return {
        big: entry?.name,
        who: tail,
        why: words.overWhy(party),
        what: words.welcome(room),
        what2: words.overDo,
      };
    default:
      return { big: words.byLast4, why: UNPROVEN[verdict.case], what: words.noCode, what2: words.noCodeDo };
  }
}

const UNPROVEN: Record<'wrongEvent' | 'unknownKey' | 'altered' | 'unknown', string> = {
  wrongEvent: words.wrongWhy,
  unknownKey: words.keyWhy,
  altered: words.alteredWhy,
  unknown: words.unknownWhy,
};

function actsOf(which: VerdictCase): VerdictWords['acts'] {
  const roster = { act: 'roster', text: words.roster } as const;
  const next = { act: 'next', text: words.next } as const;
  const admit = { act: 'admit', text: '' } as const;
  switch (which) {
    case 'fresh':
    case 'printed':
      return [admit];
    case 'old':
      return [admit, { act: 'roster', text: words.noMatch }];
    case 'changed':
    case 'notListed':
    case 'waiting':
      return [admit, roster];
    case 'again':
      return [next, { act: 'walkIn', text: words.moreWalkIn }];
    case 'otherSession':
      return [next, { act: 'walkIn', text: words.asWalkIn }];
    case 'notYetOpen':
      return [next, admit];
    case 'cancelled':
    case 'expired':
    case 'declined':
      return [{ act: 'walkIn', text: words.walkIn }, next];
    case 'wrongEvent':
      return [{ act: 'walkIn', text: words.walkIn }, roster];
    default:
      return [roster, { act: 'next', text: words.again }];
  }
}

function ageText(ageMs: number): string {
  const minutes = Math.round(Math.abs(ageMs) / MINUTE_MS);
  if (ageMs < 0) return minutes > LONG_MINUTES ? words.veryAhead : words.ahead(minutes);
  return minutes > LONG_MINUTES ? words.veryOld : words.old(minutes);
}
