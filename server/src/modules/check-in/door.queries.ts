import { Between, type EntityManager, In, IsNull, Not } from 'typeorm';
import { selectRows } from '../../database/rows';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { StaffAssignment } from '../accounts/staff-assignment.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';
import { Registration } from '../registrations/registration.entity';
import { CheckIn } from './check-in.entity';
import { DoorDevice } from './door-device.entity';
import type { ReceivedFact } from './final.rules';

/** Published sessions in a span of time whose door the caller may work: staff their own, units their subtree's. */
export async function doorSessions(
  manager: EntityManager,
  caller: Caller,
  from: Date,
  to: Date,
): Promise<EventSession[]> {
  const live = { publishedAt: Not(IsNull()), cancelledAt: IsNull(), startsAt: Between(from, to) };
  if (caller.role === 'staff') {
    const assigned = await manager.findBy(StaffAssignment, { accountId: caller.id, revokedAt: IsNull() });
    const id = In(assigned.map(({ sessionId }) => sessionId));
    return manager.find(EventSession, { where: { ...live, id }, order: { startsAt: 'ASC' } });
  }
  return inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.startsAt BETWEEN :from AND :to', { from, to })
    .orderBy('s.startsAt')
    .getMany();
}

/** The session, if its door is the caller's; otherwise NOT_FOUND, and DOOR_REVOKED for staff taken off it. */
export async function doorSession(manager: EntityManager, caller: Caller, id: string): Promise<EventSession> {
  const { session, revokedAt } = await everDoorSession(manager, caller, id);
  if (revokedAt) throw new AppError('DOOR_REVOKED');
  return session;
}

/** The session whose door is or was the caller's, with since when it is not any more. Throws NOT_FOUND. */
export async function everDoorSession(
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<{ session: EventSession; revokedAt: Date | null }> {
  const session = await manager.findOneBy(EventSession, { id });
  if (!session?.publishedAt) throw new AppError('NOT_FOUND');
  if (caller.role === 'staff') {
    const assigned = await manager.findOneBy(StaffAssignment, { accountId: caller.id, sessionId: id });
    if (!assigned) throw new AppError('NOT_FOUND');
    return { session, revokedAt: assigned.revokedAt };
  }
  const organizer = await manager.findOneBy(Organizer, { id: session.organizerId });
  if (!caller.path || !organizer?.path.startsWith(caller.path)) throw new AppError('NOT_FOUND');
  return { session, revokedAt: null };
}

/** An account that recorded at a door, and since when that is not its door any more. */
export interface Recorder {
  id: string;
  revokedAt: Date | null;
}

/** The account, if the session's door is or was its; else null. */
export async function recorderAt(manager: EntityManager, id: string, sessionId: string): Promise<Recorder | null> {
  const account = await manager.findOneBy(Account, { id });
  if (!account) return null;
  const { role, organizerId } = account;
  const organizer = organizerId ? await manager.findOneBy(Organizer, { id: organizerId }) : null;
  try {
    const { revokedAt } = await everDoorSession(
      manager,
      { id, role, organizerId, path: organizer?.path ?? null },
      sessionId,
    );
    return { id, revokedAt };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** A fact as it was stored. */
export interface StoredFact extends ReceivedFact {
  flagged: boolean;
  reason: string | null;
  operatorId: string;
}

/** A party as the door needs it; its name sealed. */
type DoorParty = Pick<Registration, (typeof PARTY)[number]>;

const WHAT = ['id', 'sessionId', 'kind', 'registrationId', 'ref', 'seats', 'reason'] as const;
const FACT = [...WHAT, 'deviceId', 'seq', 'at', 'clockOffsetMs', 'operatorId', 'flagged', 'receivedAt'] as const;
const PARTY = ['id', 'sessionId', 'quotaId', 'status', 'seats', 'name', 'phoneLast4', 'updatedAt'] as const;

/** The facts of these sessions, by session. */
export async function factsOf(manager: EntityManager, sessionIds: string[]): Promise<Map<string, StoredFact[]>> {
  const rows = await selectRows(manager, CheckIn, 'WHERE sessionId IN (:sessionIds)', { sessionIds }, FACT);
  const facts = new Map<string, StoredFact[]>(sessionIds.map((id) => [id, []]));
  for (const { at, clockOffsetMs, sessionId, ...row } of rows)
    facts.get(sessionId)?.push({ ...row, at: at.getTime() + Number(clockOffsetMs) });
  return facts;
}

/** What the doors said of one party: its scans, and what took one of them back. */
export async function factsOfParty(manager: EntityManager, registrationId: string): Promise<StoredFact[]> {
  const scans = await selectRows(manager, CheckIn, 'WHERE registrationId = :registrationId', { registrationId }, FACT);
  const ids = scans.map(({ id }) => id);
  const undone = ids.length ? await selectRows(manager, CheckIn, 'WHERE ref IN (:ids)', { ids }, FACT) : [];
  return [...scans, ...undone].map(({ at, clockOffsetMs, ...row }) => ({
    ...row,
    at: at.getTime() + Number(clockOffsetMs),
  }));
}

/** What a session's devices are called, by their id; empty where nobody named one. */
export async function doorNames(manager: EntityManager, sessionId: string): Promise<(deviceId: string) => string> {
  const devices = await manager.find(DoorDevice, { select: { deviceId: true, name: true }, where: { sessionId } });
  const names = new Map(devices.map(({ deviceId, name }) => [deviceId, name]));
  return (deviceId) => names.get(deviceId) ?? '';
}

/** The parties that had or have a seat, by session: a cancelled one that came all the same is not lost. */
export async function partiesOf(manager: EntityManager, sessionIds: string[]): Promise<Map<string, DoorParty[]>> {
  const rows = await selectRows(manager, Registration, 'WHERE sessionId IN (:sessionIds)', { sessionIds }, PARTY);
  const parties = new Map<string, DoorParty[]>(sessionIds.map((id) => [id, []]));
  for (const row of rows) parties.get(row.sessionId)?.push(row);
  return parties;
}
