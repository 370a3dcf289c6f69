import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EntityManager } from 'typeorm';
import type { Account } from '../modules/accounts/account.entity';
import { StaffAssignment } from '../modules/accounts/staff-assignment.entity';
import { CheckIn } from '../modules/check-in/check-in.entity';
import { DoorDevice } from '../modules/check-in/door-device.entity';
import { ScanWriter } from '../modules/check-in/scan.writer';
import type { EventSession } from '../modules/events/session.entity';
import type { Registration } from '../modules/registrations/registration.entity';
import { isSeated } from '../modules/registrations/standing.rules';
import { doorLogs } from './door';
import type { DemoDoor } from './event';

/** By device. */
const DOORS = ['东门', '西门'];
const HOUR = 3_600_000;

/** Uploads what the door recorded, by its staff's phones. Throws when the door's own rules refuse an item. */
export async function recordDoor(
  app: NestFastifyApplication,
  manager: EntityManager,
  {
    no,
    door,
    session,
    registrations,
    staff,
    own,
  }: {
    no: number;
    door: DemoDoor;
    session: EventSession;
    registrations: Registration[];
    /** One for each device. */
    staff: Account[];
    own: Account;
  },
  now: number,
): Promise<void> {
  const parties = registrations
    .filter(({ status }) => isSeated(status))
    .map(({ id, seats, accountId }) => ({ id, seats, own: accountId === own.id }));
  for (const [device, { deviceId, facts }] of doorLogs(no, session, door, parties, now).entries()) {
    const { id, role, organizerId } = staff[device]!;
    await manager.insert(StaffAssignment, { accountId: id, sessionId: session.id });
    const packAt = new Date(session.startsAt.getTime() - HOUR);
    await manager.insert(DoorDevice, {
      sessionId: session.id,
      deviceId,
      accountId: id,
      name: DOORS[device] ?? '',
      packAt,
    });
    const caller = { id, role, organizerId, path: null };
    const { items } = await app.get(ScanWriter).store(manager, caller, deviceId, facts);
    const refused = items.find(({ result }) => result !== 'stored');
    if (refused) throw new Error(`demo: the door refused ${JSON.stringify(refused)}`);
  }
  // They arrived as they were made, not when the demo was loaded.
  await manager
    .createQueryBuilder()
    .update(CheckIn)
    .set({ receivedAt: () => 'at' })
    .where('sessionId = :id', { id: session.id })
    .execute();
}
