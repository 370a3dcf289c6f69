import { Injectable } from '@nestjs/common';
import type { DeviceState, DoorCounts } from '@openday/shared/check-in';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { maskName } from '../privacy/masking.rules';
import { Vault } from '../privacy/vault.service';
import { isSeated } from '../registrations/standing.rules';
import { attendanceOf, conflictsOf, sequenceOf } from './attendance.rules';
import { doorNames, factsOf, partiesOf, type StoredFact } from './door.queries';
import { DoorDevice } from './door-device.entity';

/** A session's live numbers, its conflicts and its devices. */
@Injectable()
export class CountsReader {
  constructor(private readonly vault: Vault) {}

  async read(manager: EntityManager, sessionId: string): Promise<DoorCounts> {
    const parties = (await partiesOf(manager, [sessionId])).get(sessionId) ?? [];
    const facts = (await factsOf(manager, [sessionId])).get(sessionId) ?? [];
    const { arrivals, walkIns, checkedIn, handCount } = attendanceOf(facts, parties);
    const seated = parties.filter(({ status }) => isSeated(status));
    const registered = seated.reduce((sum, { seats }) => sum + seats, 0);
    const came = seated.reduce((sum, { id }) => sum + (arrivals.get(id)?.seats ?? 0), 0);
    const named = parties.map(({ id, seats, name }) => ({ id, seats, name: maskName(this.vault.open(name)) }));
    const devices = await this.devices(manager, sessionId, facts);
    return {
      sessionId,
      registered,
      checkedIn,
      walkIns,
      missing: registered - came,
      handCount,
      conflicts: conflictsOf(arrivals, named, await doorNames(manager, sessionId)),
      flagged: facts.filter(({ flagged }) => flagged).length,
      devices,
      final: devices.length > 0 && devices.every((d) => d.excused !== null || (d.ended && !d.missing.length)),
    };
  }

  private async devices(manager: EntityManager, sessionId: string, facts: StoredFact[]): Promise<DeviceState[]> {
    const known = await manager.find(DoorDevice, { where: { sessionId }, order: { packAt: 'ASC' } });
    const people = await manager.findBy(Account, {
      id: In(known.flatMap((d) => [d.accountId, d.excusedBy ?? []].flat())),
    });
    const nameOf = (accountId: string | null) => {
      const sealed = people.find(({ id }) => id === accountId)?.name;
      return sealed ? this.vault.open(sealed) : '';
    };
    return known.map(({ deviceId, name, accountId, excuse, excusedBy, excusedAt }) => {
      const own = facts.filter((fact) => fact.deviceId === deviceId);
      return {
        deviceId,
        name,
        operator: nameOf(accountId),
        ...sequenceOf(own),
        lastAt: own.length ? new Date(Math.max(...own.map(({ at }) => at))).toISOString() : null,
        excused: excuse && excusedAt ? { by: nameOf(excusedBy), reason: excuse, at: excusedAt.toISOString() } : null,
      };
    });
  }
}
