import { clockOf, dateText, momentText } from '@openday/shared/dates';
import type { Template, TemplateWord } from '../../templates';
import type { About } from './about.rules';
import type { Words } from './words.rules';

/** What goes into a message that leaves the product; the client cuts it to what WeChat takes. */

export type Filled = Record<TemplateWord, string>;

/** `at`: when the message came up, for what has no date of its own. */
export function filled({ title, status, brief }: Words, about: About | null, at: Date, now: Date): Filled {
  const moment = (about?.session?.startsAt ?? at).toISOString();
  return {
    theme: about?.theme || title,
    when: momentText(moment, now.getTime()),
    where: about?.session?.venue ?? about?.unit ?? '',
    what: brief,
    status,
    unit: about?.unit ?? '',
  };
}

/** By the template's own field names. `time` and `date` take one form only: `2026年9月6日 09:30`. */
export function templateFields({ fields }: Template, words: Filled, moment: Date): Record<string, string> {
  // Another year than any: the year is always written.
  const exact = `${dateText(moment.getTime(), 0)} ${clockOf(moment.getTime())}`;
  return Object.fromEntries(
    Object.entries(fields).map(([field, word]) => [field, /^(time|date)/.test(field) ? exact : words[word]]),
  );
}
