import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { DOOR_REASONS } from '@openday/shared/door-reasons';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database/database';
import { changeRows } from '../../database/rows';
import { Job } from '../../metrics/job';
import { EventSession } from '../events/session.entity';
import { namesDue } from '../registrations/retention.queries';
import { CheckIn } from './check-in.entity';
import { DoorDevice } from './door-device.entity';
import { DoorDeviceWriter } from './door-device.writer';

const PIECE = 50;
const STANDARD: string[] = Object.values(DOOR_REASONS).flat();

/**
 * Takes what people typed at a door out of its facts once the names of its session go: it may name somebody. Figures,
 * times, who recorded and the standard reasons stay. Removing twice changes nothing, so every replica may run it.
 */
@Injectable()
export class DoorRetentionJob {
  constructor(
    private readonly database: Database,
    private readonly devices: DoorDeviceWriter,
  ) {}

  /** Of how many sessions it took words. */
  @Cron('50 3 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    const facts = await this.clear(CheckIn, 'reason');
    return facts + (await this.clear(DoorDevice, 'excuse'));
  }

  private async clear(table: typeof CheckIn | typeof DoorDevice, column: 'reason' | 'excuse'): Promise<number> {
    let cleared = 0;
    for (let ids = await this.due(table, column); ids.length > 0; ids = await this.due(table, column)) {
      await this.database.write(async (manager) => {
        const { tableName } = manager.connection.getMetadata(table);
        const what = `UPDATE ${tableName} SET ${column} = NULL WHERE sessionId IN (:ids) AND ${column} NOT IN (:standard)`;
        for (const id of ids) await this.devices.changed(manager, id);
        await changeRows(manager, what, { ids, standard: STANDARD });
      });
      cleared += ids.length;
    }
    return cleared;
  }

  /** Sessions whose names go, with words still there. */
  private async due(table: typeof CheckIn | typeof DoorDevice, column: 'reason' | 'excuse'): Promise<string[]> {
    const rows = await (await dueWords(this.database.read, await this.database.now(), table, column))
      .select('DISTINCT d.sessionId', 'id')
      .limit(PIECE)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id).sort();
  }
}

/** Facts or devices `d` with words of somebody's own, of sessions `s` whose names go. */
export async function dueWords(
  manager: EntityManager,
  now: Date,
  table: typeof CheckIn | typeof DoorDevice,
  column: 'reason' | 'excuse',
): Promise<SelectQueryBuilder<ObjectLiteral>> {
  const { sql, params } = await namesDue(manager, now);
  return manager
    .createQueryBuilder<ObjectLiteral>(table, 'd')
    .innerJoin(EventSession, 's', `s.id = d.sessionId AND ${sql}`, params)
    .where(`d.${column} NOT IN (:...standard)`, { standard: STANDARD });
}
