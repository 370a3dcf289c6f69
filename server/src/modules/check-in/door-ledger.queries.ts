import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { Registration } from '../registrations/registration.entity';
import { SessionCount } from '../registrations/session-count.entity';
import { cameOf } from '../registrations/session-count.rules';
import { attendanceOf } from './attendance.rules';
import { factsOf } from './door.queries';

/** Sessions at a time: a large one has ten thousand facts. */
const PIECE = 50;

/**
 * A line for each kept figure that is not what the facts come to, all of them folded anew; none = all is as it should
 * be. All seen at one moment, where `manager` is a transaction's.
 */
export async function doorFaults(manager: EntityManager): Promise<string[]> {
  const ids = (await manager.query(
    `SELECT sessionId AS id FROM check_ins UNION SELECT sessionId FROM session_counts
     UNION SELECT sessionId FROM registrations WHERE scanned <> 0 ORDER BY id`,
  )) as { id: string }[];
  const faults: string[] = [];
  for (let from = 0; from < ids.length; from += PIECE)
    faults.push(
      ...(await faultsOf(
        manager,
        ids.slice(from, from + PIECE).map(({ id }) => id),
      )),
    );
  return faults;
}

async function faultsOf(manager: EntityManager, sessionIds: string[]): Promise<string[]> {
  const of = 'WHERE sessionId IN (:sessionIds)';
  const facts = await factsOf(manager, sessionIds);
  const parties = await selectRows(manager, Registration, of, { sessionIds }, ['id', 'sessionId', 'seats', 'scanned']);
  const counts = await selectRows(manager, SessionCount, of, { sessionIds });
  return sessionIds.flatMap((id) => {
    const own = parties.filter(({ sessionId }) => sessionId === id);
    const { arrivals, checkedIn, walkIns, handCount } = attendanceOf(facts.get(id) ?? [], own);
    const kept = cameOf(counts.find(({ sessionId }) => sessionId === id) ?? null);
    const said = { checkedIn: kept.checkedIn ?? 0, walkIns: kept.walkIns ?? 0, handCount: kept.handCount };
    const so = { checkedIn, walkIns, handCount };
    return [
      ...(['checkedIn', 'walkIns', 'handCount'] as const).flatMap((figure) =>
        said[figure] === so[figure]
          ? []
          : `${id}: ${said[figure]} against ${so[figure]} (a session's ${figure} is what its facts come to)`,
      ),
      ...own.flatMap((party) => {
        const scanned = arrivals.get(party.id)?.scanned ?? 0;
        const law = 'the seats scanned of a party are those of its scans that stand';
        return party.scanned === scanned ? [] : `${party.id}: ${party.scanned} against ${scanned} (${law})`;
      }),
    ];
  });
}
