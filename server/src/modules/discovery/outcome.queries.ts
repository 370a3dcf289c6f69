import type { Outcome } from '@openday/shared/sessions';
import type { EntityManager } from 'typeorm';
import { attendanceOf } from '../check-in/attendance.rules';
import { factsOf, partiesOf } from '../check-in/door.queries';
import type { SessionRow } from '../events/session.presenter';

/** What came of sessions that are over, by id. */
export async function outcomesOf(manager: EntityManager, rows: SessionRow[]): Promise<Map<string, Outcome>> {
  const ids = rows.map(({ session }) => session.id);
  if (!ids.length) return new Map();
  const facts = await factsOf(manager, ids);
  const atDoor = ids.filter((id) => facts.get(id)?.length);
  const parties = atDoor.length ? await partiesOf(manager, atDoor) : new Map();
  return new Map(
    rows.map(({ session: { id }, event }) => {
      const { checkedIn, handCount } = attendanceOf(facts.get(id) ?? [], parties.get(id) ?? []);
      const planned = event.plannedText === null ? null : { min: event.plannedMin, max: event.plannedMax };
      return [id, { came: checkedIn || handCount, planned }];
    }),
  );
}
