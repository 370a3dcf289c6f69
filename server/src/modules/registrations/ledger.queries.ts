import type { EntityManager } from 'typeorm';
import { enterpriseKey } from './enterprise.rules';

/**
 * What must be true of the tables whatever happened. Each query finds what breaks it: `id`, and what is said and what
 * is so.
 */
const LAWS: { law: string; broken: string }[] = [
  {
    law: "a quota's taken seats are those of its offered and confirmed parties",
    broken: `SELECT q.id AS id, q.taken AS said, COALESCE(SUM(r.seats), 0) AS so
      FROM quotas q LEFT JOIN registrations r ON r.quotaId = q.id AND r.status IN ('offered', 'confirmed')
      GROUP BY q.id, q.taken HAVING q.taken <> COALESCE(SUM(r.seats), 0)`,
  },
  {
    law: "a session's waiting seats are those of its waiting parties",
    broken: `SELECT s.id AS id, s.waiting AS said, COALESCE(SUM(r.seats), 0) AS so
      FROM event_sessions s LEFT JOIN registrations r ON r.sessionId = s.id AND r.status = 'waitlisted'
      GROUP BY s.id, s.waiting HAVING s.waiting <> COALESCE(SUM(r.seats), 0)`,
  },
  {
    law: 'no quota takes more than its capacity, or fewer than none',
    broken: 'SELECT id, capacity AS said, taken AS so FROM quotas WHERE taken > capacity OR taken < 0',
  },
  {
    law: "a session's quotas together take no more than its ceiling",
    broken: `SELECT s.id AS id, s.ceiling AS said, SUM(q.taken) AS so
      FROM event_sessions s JOIN quotas q ON q.sessionId = s.id
      GROUP BY s.id, s.ceiling HAVING SUM(q.taken) > s.ceiling`,
  },
  {
    law: 'a person has one live registration in a session',
    broken: `SELECT CONCAT(sessionId, ' ', MIN(id)) AS id, 1 AS said, COUNT(*) AS so FROM registrations
      WHERE subject IS NOT NULL AND status IN ('applied', 'offered', 'confirmed', 'waitlisted')
      GROUP BY sessionId, subject HAVING COUNT(*) > 1`,
  },
  {
    law: 'whom a registration is for is held while it is live, and only then',
    broken: `SELECT id, status AS said, CASE WHEN liveSubject IS NULL THEN 'free' ELSE 'held' END AS so
      FROM registrations WHERE (liveSubject IS NOT NULL) <>
        (subject IS NOT NULL AND status IN ('applied', 'offered', 'confirmed', 'waitlisted'))`,
  },
  {
    law: 'a place in the line is given once, by the session',
    broken: `SELECT CONCAT(r.sessionId, ' ', r.waitNumber) AS id, s.waitNumber AS said, COUNT(*) AS so
      FROM registrations r JOIN event_sessions s ON s.id = r.sessionId WHERE r.waitNumber IS NOT NULL
      GROUP BY r.sessionId, r.waitNumber, s.waitNumber HAVING COUNT(*) > 1 OR MAX(r.waitNumber) > MAX(s.waitNumber)`,
  },
  {
    law: 'who waits has a place in the line, and nobody else',
    broken: `SELECT id, status AS said, waitNumber AS so FROM registrations
      WHERE (status = 'waitlisted') <> (waitNumber IS NOT NULL)`,
  },
  {
    // One that ended may have been in a pool that was set up anew since.
    law: 'a live registration is in a quota of its session',
    broken: `SELECT r.id AS id, r.sessionId AS said, q.sessionId AS so FROM registrations r
      LEFT JOIN quotas q ON q.id = r.quotaId WHERE q.sessionId <> r.sessionId
        OR (q.sessionId IS NULL AND r.status IN ('applied', 'offered', 'confirmed', 'waitlisted'))`,
  },
  {
    law: 'a key that was answered has its registration',
    broken: `SELECT k.id AS id, k.registrationId AS said, 'nothing' AS so FROM idempotency_keys k
      LEFT JOIN registrations r ON r.id = k.registrationId WHERE r.id IS NULL`,
  },
  {
    law: 'a companion belongs to a registration',
    broken: `SELECT c.id AS id, c.registrationId AS said, 'nothing' AS so FROM companions c
      LEFT JOIN registrations r ON r.id = c.registrationId WHERE r.id IS NULL`,
  },
  {
    law: 'answers belong to a registration',
    broken: `SELECT a.registrationId AS id, a.registrationId AS said, 'nothing' AS so FROM registration_answers a
      LEFT JOIN registrations r ON r.id = a.registrationId WHERE r.id IS NULL`,
  },
  {
    law: 'a used invitation has a registration in its quota',
    broken: `SELECT i.id AS id, i.quotaId AS said, r.quotaId AS so FROM invitations i
      LEFT JOIN registrations r ON r.id = i.registrationId
      WHERE i.registrationId IS NOT NULL AND (r.quotaId IS NULL OR r.quotaId <> i.quotaId)`,
  },
];

interface Broken {
  id: string;
  said: unknown;
  so: unknown;
}

/** A line for each row that breaks a law of admission; none = all is as it should be. All seen at one moment, where `manager` is a transaction's. */
export async function ledgerFaults(manager: EntityManager): Promise<string[]> {
  const faults: string[] = [];
  const name = (law: string, rows: Broken[]) =>
    faults.push(...rows.map(({ id, said, so }) => `${id}: ${said} against ${so} (${law})`));
  for (const { law, broken } of LAWS) name(law, (await manager.query(broken)) as Broken[]);
  name('an enterprise has no more seats than its quota allows one', await overLimit(manager));
  return faults;
}

/** Enterprises are told apart as admission does, which no database's collation can be trusted with. */
async function overLimit(manager: EntityManager): Promise<Broken[]> {
  const parties = (await manager.query(
    `SELECT q.id AS id, r.enterprise AS enterprise, q.perEnterprise AS said, r.seats AS so
      FROM quotas q JOIN registrations r ON r.quotaId = q.id AND r.status IN ('offered', 'confirmed')
      WHERE q.perEnterprise IS NOT NULL AND r.enterprise IS NOT NULL`,
  )) as (Broken & { enterprise: string; so: number })[];
  const sums = new Map<string, Broken & { so: number }>();
  for (const { id: quota, enterprise, said, so } of parties) {
    const id = `${quota} ${enterpriseKey(enterprise)}`;
    sums.set(id, { id, said, so: (sums.get(id)?.so ?? 0) + so });
  }
  return [...sums.values()].filter(({ said, so }) => so > Number(said));
}
