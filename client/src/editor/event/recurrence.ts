/** A clerk's choice of days, as an RFC 5545 rule. */
export interface Rhythm {
  every: 'weekly' | 'fortnightly' | 'monthly';
  /** 1 = Monday … 7 = Sunday. */
  weekdays: number[];
  /** Of a month: the first to the fourth such day, or −1 for the last. */
  nth: string;
  count: number;
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export function ruleOf({ every, weekdays, nth, count }: Rhythm): string {
  const days = [...weekdays].sort().map((day) => CODES[day - 1]);
  const monthly = every === 'monthly';
  return [
    `FREQ=${monthly ? 'MONTHLY' : 'WEEKLY'}`,
    ...(every === 'fortnightly' ? ['INTERVAL=2'] : []),
    `BYDAY=${days.map((day) => (monthly ? `${nth === '-1' ? '-1' : `+${nth}`}${day}` : day)).join()}`,
    `COUNT=${count}`,
  ].join(';');
}
