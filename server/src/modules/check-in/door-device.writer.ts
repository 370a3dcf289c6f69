import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { changeRows } from '../../database/rows';
import type { Caller } from '../../http/access';
import type { CheckIn } from './check-in.entity';
import { DoorDevice } from './door-device.entity';

/** Which devices a session's figures wait for, and the mark by which boards see that something changed. */
@Injectable()
export class DoorDeviceWriter {
  /** Holds the session's row until the transaction ends. */
  async changed(manager: EntityManager, sessionId: string): Promise<void> {
    await changeRows(manager, 'UPDATE event_sessions SET doorRevision = doorRevision + 1 WHERE id = :sessionId', {
      sessionId,
    });
  }

  /** The device took the session's list: the figures wait for its `end`. `name`: what its staff calls it now. */
  async tookPack(manager: EntityManager, caller: Caller, sessionId: string, deviceId: string, name?: string) {
    const known = await manager.findOneBy(DoorDevice, { sessionId, deviceId });
    const device = { accountId: caller.id, packAt: await databaseNow(manager), ...(name && { name }) };
    if (known && known.accountId === device.accountId && known.name === (name ?? known.name)) {
      await manager.update(DoorDevice, { sessionId, deviceId }, device);
      return;
    }
    await this.changed(manager, sessionId);
    await manager.upsert(DoorDevice, { sessionId, deviceId, ...device }, ['sessionId', 'deviceId']);
  }

  /** Who recorded without a list is waited for too; a correction alone is made from anywhere. */
  async stood(manager: EntityManager, caller: Caller, deviceId: string, facts: CheckIn[]): Promise<void> {
    const worked = facts.filter(({ kind }) => kind !== 'correction').map(({ sessionId }) => sessionId);
    for (const sessionId of new Set(worked)) {
      if (await manager.existsBy(DoorDevice, { sessionId, deviceId })) continue;
      const packAt = await databaseNow(manager);
      await manager.insert(DoorDevice, { sessionId, deviceId, accountId: caller.id, packAt });
    }
  }

  /** A person says why it cannot send the rest. False where there is no such device. */
  async excuse(manager: EntityManager, caller: Caller, sessionId: string, deviceId: string, reason: string) {
    await this.changed(manager, sessionId);
    const said = { excuse: reason, excusedBy: caller.id, excusedAt: await databaseNow(manager) };
    const { affected } = await manager.update(DoorDevice, { sessionId, deviceId }, said);
    return Boolean(affected);
  }
}
