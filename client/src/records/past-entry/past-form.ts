import { ATTENDANCE_SOURCES, type AttendanceSource, type PastSession } from '@openday/shared/closing';
import type { Form } from '@openday/shared/forms';
import type { Tallies } from '@openday/shared/questionnaires';
import type { Id, Instant } from '@openday/shared/wire';
import { countOf } from '@/features/reports/count-of';
import { type Draft, fits } from '../papers/tally';

/** A past session while it is being typed. */
export interface PastForm {
  unit: Id | null;
  year: string;
  /** Null = of none. */
  programme: Id | null;
  theme: string;
  forms: Form[];
  startsAt: Instant | null;
  endsAt: Instant | null;
  place: string;
  planned: string;
  actual: string;
  source: AttendanceSource;
  explanations: string;
  handedOut: string;
  returned: string;
  /** Null = only counted. */
  tallies: Tallies | null;
  suggestions: string;
  resolved: string;
}

export const blankForm = (year: string): PastForm => ({
  ...{
    unit: null,
    year,
    programme: null,
    theme: '',
    startsAt: null,
    endsAt: null,
    place: '',
    source: ATTENDANCE_SOURCES[0],
  },
  ...{ forms: [], tallies: null },
  ...{ planned: '', actual: '', explanations: '', handedOut: '', returned: '', suggestions: '', resolved: '' },
});

/** The next one of the same unit at the same place: only what was counted is asked again. */
export const nextForm = ({ unit, year, programme, place, source }: PastForm): PastForm => ({
  ...blankForm(year),
  ...{ unit, programme, place, source },
});

/** The sheets as a batch that is being entered. */
export function sheetsOf({ place, handedOut, returned, tallies }: PastForm): Draft {
  const back = countOf(returned);
  return { place, handedOut: countOf(handedOut) ?? back, returned: back, tallies };
}

/** What goes to the server; null while something it needs is missing. What was left empty is not known, never 0. */
export function pastSessionOf(form: PastForm): PastSession | null {
  const { startsAt, endsAt, source } = form;
  const theme = form.theme.trim();
  const place = form.place.trim();
  const actual = countOf(form.actual);
  if ([...theme].length < 2 || !place || !startsAt || !endsAt || endsAt <= startsAt || actual === null) return null;
  const sheets = sheetsOf(form);
  if (!fits(sheets)) return null;
  const { handedOut, returned, tallies } = sheets;
  const known = (key: 'planned' | 'explanations' | 'suggestions' | 'resolved') => {
    const n = countOf(form[key]);
    return n === null ? {} : { [key]: n };
  };
  return {
    ...{ theme, place, startsAt, endsAt, actual, source },
    ...(form.unit && { organizerId: form.unit }),
    ...(form.programme && { programmeId: form.programme }),
    ...(form.forms.length > 0 && { forms: form.forms }),
    ...known('planned'),
    ...known('explanations'),
    ...known('suggestions'),
    ...known('resolved'),
    ...(handedOut !== null && {
      questionnaires: { handedOut, returned: returned ?? 0, ...(tallies && { tallies }) },
    }),
  };
}
