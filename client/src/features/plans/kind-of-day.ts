import { dayOff, isWorkedInstead } from '@openday/shared/days-off';

/** What kind of day it is: a holiday, a weekend worked instead of one, a weekend, else a working day. */
export function kindOfDay(day: string): 'rest' | 'worked' | 'weekend' | 'work' {
  if (isWorkedInstead(day)) return 'worked';
  const off = dayOff(day);
  if (!off) return 'work';
  return off.holiday ? 'rest' : 'weekend';
}
