import type { EventChange } from '@openday/shared/desk-events';
import type { ErrorDetail } from '@openday/shared/wire';
import type { Event } from '../events/event.entity';
import { windowColumns } from '../events/window.rules';

/** A unit's change to the words of an event that people may have registered for or follow. */

const FIELDS = ['theme', 'content', 'forms', 'topic', 'audience'] as const;
type Field = (typeof FIELDS)[number];

const NAMES: Record<Field, string> = {
  theme: '主题',
  content: '内容',
  forms: '形式',
  topic: '分类',
  audience: '谁可以来',
};

/** What is sent, as the event's columns; images are looked up by others. */
export function changedColumns(event: Event, change: EventChange): Partial<Event> {
  const { headcount, contact, programmeId, window } = change;
  const undated = event.state === 'draft' || (event.state === 'announced' && window);
  const words = Object.fromEntries(FIELDS.flatMap((f) => (change[f] === undefined ? [] : [[f, change[f]]])));
  return {
    ...words,
    ...(headcount !== undefined && {
      plannedMin: headcount?.min ?? null,
      plannedMax: headcount?.max ?? null,
      plannedText: headcount ? (headcount.text ?? '') : null,
      plannedApproximate: headcount?.approximate ?? false,
    }),
    ...(contact && { contactName: contact.name, contactPhone: contact.phone }),
    ...(window !== undefined && undated && windowColumns(window)),
    ...(programmeId !== undefined && event.state === 'draft' && { programmeId }),
  };
}

/** Which fields change at all, and of which people are told: a new theme always, other words where the unit says so. */
export function newsOf(event: Event, change: EventChange): { anything: boolean; told: Field[] } {
  const changed = FIELDS.filter(
    (field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(event[field]),
  );
  const told = changed.filter((field) => field === 'theme' || change.tell);
  return { anything: changed.length > 0 || change.images !== undefined, told };
}

/** Whom it is told to, in words a unit decides by; empty = nobody. */
export function effectsOf(
  told: Field[],
  { parties, followers }: { parties: number; followers: number },
): ErrorDetail[] {
  if (parties + followers === 0) return [];
  const who = [parties > 0 && `已报名的 ${parties} 份`, followers > 0 && `关注的 ${followers} 人`].filter(Boolean);
  return [{ field: 'confirm', message: `${told.map((f) => NAMES[f]).join('、')}改了，${who.join('和')}会收到通知` }];
}
