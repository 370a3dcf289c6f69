import { Injectable } from '@nestjs/common';
import type { DeviceState, DoorCounts } from '@openday/shared/check-in';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../accounts/account.entity';
import type { EventSession } from '../events/session.entity';
import { maskName } from '../privacy/masking.rules';
import { Vault } from '../privacy/vault.service';
import { Quota } from '../quotas/quota.entity';
import { isSeated } from '../registrations/standing.rules';
import { attendanceOf, conflictsOf, sequenceOf } from './attendance.rules';
import { factsOf, partiesOf, type StoredFact } from './door.queries';
import { DoorDevice } from './door-device.entity';
import { finalSince, lateOf } from './final.rules';

const MINUTE_MS = 60_000;
/** Sessions whose last answer is kept: those that are watched now. */
const KEPT = 50;

/** A session's live numbers, its conflicts and its devices. */
@Injectable()
export class CountsReader {
  /** The last answer by session: everybody who watches a door asks the same. Another replica makes its own. */
  private readonly last = new Map<string, { tag: string; counts: Promise<DoorCounts> }>();

  constructor(private readonly vault: Vault) {}

  /**
   * Changes with whatever the door does and with the seats taken, without a look at a registration. Two changes that
   * leave the seats as they were, as one out and one in, show within a minute.
   */
  async tag(manager: EntityManager, { id: sessionId, doorRevision }: EventSession, now: number): Promise<string> {
    const quotas = await manager.find(Quota, { select: { taken: true }, where: { sessionId }, order: { id: 'ASC' } });
    const seats = quotas.map(({ taken }) => taken).join('-');
    return `"${doorRevision}.${seats}.${Math.floor(now / MINUTE_MS)}"`;
  }

  /** As they were when the tag was new, or since. */
  readTagged(manager: EntityManager, sessionId: string, tag: string): Promise<DoorCounts> {
    const known = this.last.get(sessionId);
    if (known?.tag === tag) return known.counts;
    const counts = this.read(manager, sessionId);
    this.last.delete(sessionId);
    this.last.set(sessionId, { tag, counts });
    for (const oldest of [...this.last.keys()].slice(0, -KEPT)) this.last.delete(oldest);
    counts.catch(() => this.last.delete(sessionId));
    return counts;
  }

  async read(manager: EntityManager, sessionId: string): Promise<DoorCounts> {
    const parties = (await partiesOf(manager, [sessionId])).get(sessionId) ?? [];
    const facts = (await factsOf(manager, [sessionId])).get(sessionId) ?? [];
    const known = await manager.find(DoorDevice, { where: { sessionId }, order: { packAt: 'ASC' } });
    const corrections = facts.filter(({ kind }) => kind === 'correction').sort((a, b) => a.at - b.at);
    const nameOf = await this.people(manager, known, corrections);
    const { arrivals, walkIns, checkedIn, handCount } = attendanceOf(facts, parties);
    const seated = parties.filter(({ status }) => isSeated(status));
    const registered = seated.reduce((sum, { seats }) => sum + seats, 0);
    const came = seated.reduce((sum, { id }) => sum + (arrivals.get(id)?.seats ?? 0), 0);
    const doors = new Map(known.map(({ deviceId, name }) => [deviceId, name]));
    const conflicts = conflictsOf(arrivals, parties, (deviceId) => doors.get(deviceId) ?? '');
    const since = finalSince(facts, known);
    return {
      sessionId,
      registered,
      checkedIn,
      walkIns,
      missing: registered - came,
      handCount,
      conflicts: conflicts.map((one) => ({ ...one, name: maskName(this.vault.open(one.name)) })),
      flagged: facts.filter(({ flagged }) => flagged).length,
      corrections: corrections.map(({ seats, operatorId, reason, at }) => ({
        seats,
        by: nameOf(operatorId),
        reason: reason ?? '',
        at: new Date(at).toISOString(),
      })),
      devices: known.map((device) => stateOf(device, facts, nameOf)),
      final: since !== null,
      finalAt: since?.toISOString() ?? null,
      late: lateOf(facts, since).length,
    };
  }

  /** What those are called who answer for a device or put a number right. */
  private async people(manager: EntityManager, devices: DoorDevice[], corrections: StoredFact[]) {
    const ids = devices.flatMap(({ accountId, excusedBy }) => [accountId, excusedBy ?? []].flat());
    const all = new Set([...ids, ...corrections.map(({ operatorId }) => operatorId)]);
    const people = await manager.findBy(Account, { id: In([...all]) });
    const names = new Map(people.map(({ id, name }) => [id, name ? this.vault.open(name) : '']));
    return (accountId: string | null): string => names.get(accountId ?? '') ?? '';
  }
}

function stateOf(device: DoorDevice, facts: StoredFact[], nameOf: (accountId: string | null) => string): DeviceState {
  const { deviceId, name, accountId, excuse, excusedBy, excusedAt } = device;
  const own = facts.filter((fact) => fact.deviceId === deviceId);
  const last = own.reduce((at, fact) => Math.max(at, fact.at), Number.NEGATIVE_INFINITY);
  return {
    deviceId,
    name,
    operator: nameOf(accountId),
    ...sequenceOf(own),
    lastAt: own.length ? new Date(last).toISOString() : null,
    excused: excusedAt && { by: nameOf(excusedBy), reason: excuse ?? '', at: excusedAt.toISOString() },
  };
}
