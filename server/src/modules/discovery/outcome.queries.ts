import type { Outcome } from '@openday/shared/sessions';
import type { EntityManager } from 'typeorm';
import { attendanceOf } from '../check-in/attendance.rules';
import { factsOf, partiesOf } from '../check-in/door.queries';
import { presentPublic } from '../closing/closing.presenter';
import { publicReports } from '../closing/closing.queries';
import type { SessionRow } from '../events/session.presenter';
import { storedOf } from '../images/images.queries';

/** What came of sessions that are over, by id. */
export async function outcomesOf(manager: EntityManager, rows: SessionRow[]): Promise<Map<string, Outcome>> {
  const ids = rows.map(({ session }) => session.id);
  if (!ids.length) return new Map();
  const facts = await factsOf(manager, ids);
  const atDoor = ids.filter((id) => facts.get(id)?.length);
  const parties = atDoor.length ? await partiesOf(manager, atDoor) : new Map();
  const reports = new Map((await publicReports(manager, { sessionIds: ids })).map((one) => [one.sessionId, one]));
  const photos = [...reports.values()].flatMap((report) => report.photos);
  const stored = new Set(await storedOf(manager, photos));
  return new Map(
    rows.map(({ session: { id }, event }) => {
      const { checkedIn, handCount } = attendanceOf(facts.get(id) ?? [], parties.get(id) ?? []);
      const planned = event.plannedText === null ? null : { min: event.plannedMin, max: event.plannedMax };
      const report = reports.get(id);
      const shown = report && presentPublic(report, stored);
      const closing = shown
        ? { told: shown.told, line: shown.line, photos: shown.photos, estimated: shown.estimated }
        : null;
      return [id, { came: shown?.actual ?? (checkedIn || handCount), planned, closing }];
    }),
  );
}
