import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DoorCounts, DoorPack, DoorSession, Excuse, PackQuery, ScanReply } from '@openday/shared/check-in';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { withNewKey } from '../events/door-keys.rules';
import { EventSession } from '../events/session.entity';
import { sessionRows } from '../events/sessions.queries';
import { Vault } from '../privacy/vault.service';
import type { ScanUploadDto } from './check-in.dto';
import { CountsReader } from './counts.reader';
import { doorSession, doorSessions } from './door.queries';
import { DoorDeviceWriter } from './door-device.writer';
import { presentDoorSession } from './pack.presenter';
import { PackReader } from './pack.reader';
import { ScanWriter } from './scan.writer';

const HOUR = 3_600_000;

@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly scans: ScanWriter,
    private readonly packs: PackReader,
    private readonly figures: CountsReader,
    private readonly devices: DoorDeviceWriter,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** My sessions from half a day ago to two days ahead. */
  async sessions(caller: Caller): Promise<{ items: DoorSession[]; now: string }> {
    const now = await this.database.now();
    const span = [new Date(now.getTime() - 12 * HOUR), new Date(now.getTime() + 48 * HOUR)] as const;
    const mine = await doorSessions(this.database.read, caller, ...span);
    const ids = mine.map(({ id }) => id);
    const rows = await sessionRows(this.database.read, ids);
    return { items: rows.map(presentDoorSession), now: now.toISOString() };
  }

  /** That personal data was read is recorded. */
  pack(caller: Caller, sessionId: string, query: PackQuery): Promise<DoorPack> {
    return this.database.write(async (manager) => {
      const pack = await this.packs.read(manager, caller, sessionId, query);
      await this.audit.append(manager, { accountId: caller.id, act: 'roster.read', target: ['session', sessionId] });
      return pack;
    });
  }

  upload(caller: Caller, { deviceId, scans }: ScanUploadDto): Promise<ScanReply> {
    return this.database.write((manager) => this.scans.store(manager, caller, deviceId, scans));
  }

  /** Null where nothing changed since the answer that carried `known`. */
  async counts(caller: Caller, sessionId: string, known?: string): Promise<{ tag: string; counts: DoorCounts | null }> {
    const session = await doorSession(this.database.read, caller, sessionId);
    const tag = await this.figures.tag(this.database.read, session, Date.now());
    return { tag, counts: known === tag ? null : await this.figures.readTagged(this.database.read, sessionId, tag) };
  }

  /** A named person says why a device cannot send the rest: the figures no longer wait for it. */
  excuse(caller: Caller, sessionId: string, { deviceId, reason }: Excuse): Promise<DoorCounts> {
    return this.database.write(async (manager) => {
      await doorSession(manager, caller, sessionId);
      if (!(await this.devices.excuse(manager, caller, sessionId, deviceId, reason))) throw new AppError('NOT_FOUND');
      await this.audit.append(manager, { accountId: caller.id, act: 'door.excuse', target: ['session', sessionId] });
      return this.figures.read(manager, sessionId);
    });
  }

  /** A new key for codes made from now on, where one may have been seen; codes made before stay good. */
  newKey(caller: Caller, sessionId: string): Promise<{ keyId: number }> {
    return this.database.write(async (manager) => {
      await doorSession(manager, caller, sessionId);
      const where = { id: sessionId };
      const session = await manager.findOneOrFail(EventSession, { where, lock: lockMode(manager) });
      const next = withNewKey(session, this.vault.seal(randomBytes(32)));
      await manager.update(EventSession, where, next);
      await this.audit.append(manager, { accountId: caller.id, act: 'door.newKey', target: ['session', sessionId] });
      return { keyId: next.doorKeyId };
    });
  }
}
