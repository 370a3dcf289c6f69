import type { PastSession } from '@openday/shared/closing';
import type { Organizer } from '../../src/modules/organizers/organizer.entity';
import type { Api } from './api';
import type { TestApp } from './app';
import { anOrganizer } from './factories';

/** A district's year as its report told it: 21 units, 22 sessions; five of them without a count, their people estimated. */
const PEOPLE = [46, 38, 41, 32, 44, 36, 40, 45, 39, 42, 37, 43, 41, 40, 44, 38, 43];
const ESTIMATED = [25, 20, 24, 22, 23];
const DAYS = [
  ...['03-15', '05-18', '06-05', '08-12', '08-19', '08-26', '09-02', '09-05', '09-06', '09-07', '09-08'],
  ...['09-09', '09-13', '09-14', '09-15', '09-16', '09-20', '09-21', '09-22', '10-12', '10-20', '11-09'],
];
const HANDED_OUT = [...Array<number>(21).fill(56), 60];
const RETURNED = [...Array<number>(21).fill(52), 56];
const EXPLANATIONS = [...Array<number>(21).fill(28), 30];
const BLANK = { fair: 0, poor: 0, veryPoor: 0, blank: 0 };

/** Entered as records over HTTP, as a clerk does who has them on paper. The units, in order of entry. */
export async function enter2022(test: TestApp, district: Api): Promise<Organizer[]> {
  const units: Organizer[] = [];
  const people = [...PEOPLE, ...ESTIMATED];
  for (const [n, day] of DAYS.entries()) {
    // The last one is the first unit's second.
    const unit = n < 21 ? await anOrganizer(test, { name: `第${n + 1}承办局`, lng: 116, lat: 36.4 }) : units[0]!;
    if (n < 21) units.push(unit);
    const body: PastSession = {
      organizerId: unit.id,
      theme: `走进现场第 ${n + 1} 场`,
      startsAt: `2022-${day}T01:30:00.000Z`,
      endsAt: `2022-${day}T03:00:00.000Z`,
      place: '办公楼一楼',
      actual: people[n]!,
      source: n < PEOPLE.length ? 'counted' : 'estimated',
      explanations: EXPLANATIONS[n]!,
      questionnaires: {
        handedOut: HANDED_OUT[n]!,
        returned: RETURNED[n]!,
        tallies: {
          satisfaction: { veryGood: RETURNED[n]! - 2, good: 0, ...BLANK, fair: 2 },
          clarity: { clear: RETURNED[n]!, partly: 0, unclear: 0, blank: 0 },
        },
      },
    };
    const { status, body: said } = await district.post('/desk/past-sessions', body);
    if (status !== 201) throw new Error(JSON.stringify(said));
  }
  return units;
}
