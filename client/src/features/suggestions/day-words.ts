import { dayText } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';

/** `9月10日`: a day something was said or is due, without its weekday. */
export const dateOnly = (at: Instant, now: number): string => dayText(at, now).split(' ')[0] ?? '';
