import { Injectable } from '@nestjs/common';
import type { DoorCounts, DoorPack, DoorSession, ScanReply } from '@openday/shared/check-in';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../database/database';
import { databaseNow } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { Account } from '../accounts/account.entity';
import { AuditWriter } from '../audit/audit.writer';
import { sessionRows } from '../events/sessions.queries';
import { maskName } from '../privacy/masking.rules';
import { Vault } from '../privacy/vault.service';
import { isSeated } from '../registrations/standing.rules';
import { attendanceOf, conflictsOf, type Fact, sequenceOf } from './attendance.rules';
import type { ScanUploadDto } from './check-in.dto';
import { doorSession, doorSessions, factsOf, partiesOf } from './door.queries';
import { DoorDevice } from './door-device.entity';
import { presentDoorSession, presentPack, presentRosterEntry } from './pack.presenter';
import { ScanWriter } from './scan.writer';

const HOUR = 3_600_000;

@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly scans: ScanWriter,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** My sessions from half a day ago to two days ahead. */
  async sessions(caller: Caller): Promise<{ items: DoorSession[]; now: string }> {
    const now = await this.database.now();
    const span = [new Date(now.getTime() - 12 * HOUR), new Date(now.getTime() + 48 * HOUR)] as const;
    const mine = await doorSessions(this.database.read, caller, ...span);
    const rows = await sessionRows(
      this.database.read,
      mine.map(({ id }) => id),
    );
    return { items: rows.map(presentDoorSession), now: now.toISOString() };
  }

  /** Remembers the device, since the figures wait for it, and that personal data was read. */
  pack(caller: Caller, sessionId: string, deviceId: string): Promise<DoorPack> {
    return this.database.write(async (manager) => {
      const session = await doorSession(manager, caller, sessionId);
      const now = await databaseNow(manager);
      await manager.upsert(DoorDevice, { sessionId, deviceId, accountId: caller.id, packAt: now }, [
        'sessionId',
        'deviceId',
      ]);
      await this.audit.append(manager, { accountId: caller.id, act: 'roster.read', target: ['session', sessionId] });
      const [row] = await sessionRows(manager, [sessionId]);
      const parties = (await partiesOf(manager, [sessionId])).get(sessionId) ?? [];
      const attendance = attendanceOf((await factsOf(manager, [sessionId])).get(sessionId) ?? [], parties);
      const quotaName = new Map(row!.quotas.map(({ id, name }) => [id, name]));
      return presentPack({
        row: row!,
        sessionKey: this.vault.openBytes(session.doorKey),
        roster: parties.map((r) =>
          presentRosterEntry(r, this.vault.open(r.name), quotaName.get(r.quotaId) ?? '', attendance),
        ),
        attendance,
        others: await this.othersThatDay(manager, caller, sessionId, session.startsAt),
        now,
      });
    });
  }

  upload(caller: Caller, { deviceId, scans }: ScanUploadDto): Promise<ScanReply> {
    return this.database.write((manager) => this.scans.store(manager, caller, deviceId, scans));
  }

  async counts(caller: Caller, sessionId: string): Promise<DoorCounts> {
    const manager = this.database.read;
    await doorSession(manager, caller, sessionId);
    const parties = (await partiesOf(manager, [sessionId])).get(sessionId) ?? [];
    const facts = (await factsOf(manager, [sessionId])).get(sessionId) ?? [];
    const { arrivals, walkIns, checkedIn, handCount } = attendanceOf(facts, parties);
    const registered = parties.filter((r) => isSeated(r.status)).reduce((sum, r) => sum + r.seats, 0);
    const came = parties
      .filter((r) => isSeated(r.status))
      .reduce((sum, r) => sum + (arrivals.get(r.id)?.seats ?? 0), 0);
    const named = parties.map((r) => ({ id: r.id, seats: r.seats, name: maskName(this.vault.open(r.name)) }));
    const devices = await this.devices(manager, sessionId, facts);
    return {
      sessionId,
      registered,
      checkedIn,
      walkIns,
      missing: registered - came,
      handCount,
      conflicts: conflictsOf(arrivals, named),
      devices,
      final: devices.length > 0 && devices.every((d) => d.ended && !d.missing.length),
    };
  }

  private async devices(manager: EntityManager, sessionId: string, facts: Fact[]) {
    const known = await manager.find(DoorDevice, { where: { sessionId }, order: { packAt: 'ASC' } });
    const operators = await manager.findBy(Account, { id: In(known.map((d) => d.accountId)) });
    return known.map(({ deviceId, accountId }) => {
      const own = facts.filter((fact) => fact.deviceId === deviceId);
      const name = operators.find((a) => a.id === accountId)?.name;
      const last = own.length ? new Date(Math.max(...own.map((fact) => fact.at))).toISOString() : null;
      return { deviceId, operator: name ? this.vault.open(name) : '', ...sequenceOf(own), lastAt: last };
    });
  }

  private async othersThatDay(manager: EntityManager, caller: Caller, sessionId: string, at: Date) {
    const near = await doorSessions(
      manager,
      caller,
      new Date(at.getTime() - 12 * HOUR),
      new Date(at.getTime() + 12 * HOUR),
    );
    return sessionRows(
      manager,
      near.map(({ id }) => id).filter((id) => id !== sessionId),
    );
  }
}
