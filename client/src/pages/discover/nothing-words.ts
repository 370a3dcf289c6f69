import { dayText, instantOf } from '@openday/shared/dates';
import type { Filters } from '@/features/sessions/filters';
import { FORM_WORDS } from '@/lib/text/everyone';
import { finding, TOPIC_WORDS } from '@/lib/text/finding';

const { nothing: words } = finding;

/** `这个周末没有无障碍的活动`: what was looked for and is not there. */
export function nothingWords(filters: Filters, now: number): string {
  const { day, organizer, form, topic, open, accessible, walkIn } = filters;
  const q = filters.q.trim();
  if (q) return words.words(q);
  const on = day === 'today' || day === 'tomorrow' || day === 'weekend' ? words.on[day] : null;
  const before = on ?? (day ? dayText(instantOf(day, '00:00'), now) : '');
  const what = [
    organizer && words.of(organizer.name),
    accessible && words.accessible,
    open && words.open,
    walkIn && words.walkIn,
    topic && TOPIC_WORDS[topic],
    form && FORM_WORDS[form],
  ];
  return words.line(before, what.filter(Boolean).join(''));
}
