import type { DateWindow } from '@openday/shared/events';
import type { Event } from './event.entity';

/** A planned time that is not a date yet, as the event's columns; null = there is none. */
export const windowColumns = (
  window: DateWindow | null | undefined,
): Pick<Event, 'windowText' | 'windowFrom' | 'windowTo' | 'windowPrecision'> => ({
  windowText: window?.text ?? null,
  windowFrom: window?.from ?? null,
  windowTo: window?.to ?? null,
  windowPrecision: window?.precision ?? null,
});
