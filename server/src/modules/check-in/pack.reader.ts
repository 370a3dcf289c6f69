import { Injectable } from '@nestjs/common';
import type { DoorPack, PackQuery } from '@openday/shared/check-in';
import { Between, type EntityManager, IsNull, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import type { Caller } from '../../http/access';
import { doorKeys } from '../events/door-keys.rules';
import { EventSession } from '../events/session.entity';
import { sessionRows } from '../events/sessions.queries';
import { Vault } from '../privacy/vault.service';
import { attendanceOf } from './attendance.rules';
import { doorNames, doorSession, factsOf, partiesOf } from './door.queries';
import { DoorDeviceWriter } from './door-device.writer';
import { presentPack, presentRosterEntry } from './pack.presenter';

const HOUR = 3_600_000;
/** A transaction may commit a little after the moment it wrote down: what changed just before is sent twice. */
const OVERLAP_MS = 60_000;

/** All a door device needs without network; with `since`, of the list only what changed. */
@Injectable()
export class PackReader {
  constructor(
    private readonly vault: Vault,
    private readonly devices: DoorDeviceWriter,
  ) {}

  /** Remembers the device, since the figures wait for it. Throws NOT_FOUND, DOOR_REVOKED. */
  async read(manager: EntityManager, caller: Caller, sessionId: string, query: PackQuery): Promise<DoorPack> {
    const session = await doorSession(manager, caller, sessionId);
    const now = await databaseNow(manager);
    const { deviceId, name, since } = query;
    if (deviceId) await this.devices.tookPack(manager, caller, sessionId, deviceId, name);
    const [row] = await sessionRows(manager, [sessionId]);
    const parties = (await partiesOf(manager, [sessionId])).get(sessionId) ?? [];
    const facts = (await factsOf(manager, [sessionId])).get(sessionId) ?? [];
    const attendance = attendanceOf(facts, parties);
    const from = since ? new Date(Date.parse(since) - OVERLAP_MS) : null;
    const moved = new Set(
      facts.flatMap((fact) => (from && fact.receivedAt >= from ? (fact.registrationId ?? []) : [])),
    );
    const undone = from && facts.some(({ kind, receivedAt }) => kind === 'undo' && receivedAt >= from);
    const changed = parties.filter(({ id, updatedAt }) => !from || undone || updatedAt >= from || moved.has(id));
    const names = await doorNames(manager, sessionId);
    const quotaName = new Map(row!.quotas.map(({ id, name: quota }) => [id, quota]));
    return presentPack({
      row: row!,
      keys: doorKeys(session, (sealed) => this.vault.openBytes(sealed)),
      roster: changed.map((party) =>
        presentRosterEntry(party, this.vault.open(party.name), quotaName.get(party.quotaId) ?? '', attendance, names),
      ),
      partial: from !== null,
      attendance,
      others: await othersThatDay(manager, session),
      now,
    });
  }
}

/** The unit's, also where the caller has nothing to do with their doors: a resident at the wrong one is told where to go. */
async function othersThatDay(manager: EntityManager, { id: own, startsAt, organizerId }: EventSession) {
  const at = startsAt.getTime();
  const near = Between(new Date(at - 12 * HOUR), new Date(at + 12 * HOUR));
  const where = { organizerId, publishedAt: Not(IsNull()), cancelledAt: IsNull(), startsAt: near };
  const others = await manager.find(EventSession, { select: { id: true }, where, order: { startsAt: 'ASC' } });
  return sessionRows(
    manager,
    others.map(({ id }) => id).filter((id) => id !== own),
  );
}
