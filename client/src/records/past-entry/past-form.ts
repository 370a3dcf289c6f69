import { ATTENDANCE_SOURCES, type AttendanceSource, type PastSession } from '@openday/shared/closing';
import type { Id, Instant } from '@openday/shared/wire';
import { countOf } from '@/features/reports/count-of';

/** A past session while it is being typed. */
export interface PastForm {
  unit: Id | null;
  year: string;
  theme: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
  place: string;
  planned: string;
  actual: string;
  source: AttendanceSource;
  explanations: string;
  handedOut: string;
  returned: string;
  suggestions: string;
  resolved: string;
}

export const blankForm = (year: string): PastForm => ({
  ...{ unit: null, year, theme: '', startsAt: null, endsAt: null, place: '', source: ATTENDANCE_SOURCES[0] },
  ...{ planned: '', actual: '', explanations: '', handedOut: '', returned: '', suggestions: '', resolved: '' },
});

/** The next one of the same unit at the same place: only what was counted is asked again. */
export const nextForm = ({ unit, year, place, source }: PastForm): PastForm => ({
  ...blankForm(year),
  ...{ unit, place, source },
});

/** What goes to the server; null while something it needs is missing. What was left empty is not known, never 0. */
export function pastSessionOf(form: PastForm): PastSession | null {
  const { startsAt, endsAt, source } = form;
  const theme = form.theme.trim();
  const place = form.place.trim();
  const actual = countOf(form.actual);
  if ([...theme].length < 2 || !place || !startsAt || !endsAt || endsAt <= startsAt || actual === null) return null;
  const returned = countOf(form.returned);
  const handedOut = countOf(form.handedOut) ?? returned;
  const known = (key: 'planned' | 'explanations' | 'suggestions' | 'resolved') => {
    const n = countOf(form[key]);
    return n === null ? {} : { [key]: n };
  };
  return {
    ...{ theme, place, startsAt, endsAt, actual, source },
    ...(form.unit && { organizerId: form.unit }),
    ...known('planned'),
    ...known('explanations'),
    ...known('suggestions'),
    ...known('resolved'),
    ...(handedOut !== null && { questionnaires: { handedOut, returned: returned ?? 0 } }),
  };
}
