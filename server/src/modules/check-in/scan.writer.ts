import { Injectable } from '@nestjs/common';
import { fromBase64 } from '@openday/shared/base64';
import type { ScanRejection, ScanReply } from '@openday/shared/check-in';
import { isGenuine, readCode, registrationKey } from '@openday/shared/check-in-code';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { doorKeys } from '../events/door-keys.rules';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';
import { ScanFactDto } from './check-in.dto';
import { CheckIn } from './check-in.entity';
import { everDoorSession } from './door.queries';

type Item = ScanReply['items'][number];
type Door = Awaited<ReturnType<typeof everDoorSession>>;

/** Stores facts from a door, each on its own merits: uploading again adds none, a bad one blocks nothing. */
@Injectable()
export class ScanWriter {
  constructor(private readonly vault: Vault) {}

  async store(manager: EntityManager, caller: Caller, deviceId: string, items: unknown[]): Promise<ScanReply> {
    const now = await databaseNow(manager);
    const read = items.map(readFact);
    const facts = read.filter((fact): fact is ScanFactDto => fact instanceof ScanFactDto);
    const sessions = await this.sessions(manager, caller, facts);
    // One look for both: between two, a neighbour's commit would make our own items look like another's.
    const known = await manager.findBy(CheckIn, [
      { id: In(facts.map((f) => f.id)) },
      { sessionId: In([...sessions.keys()]), deviceId, seq: In(facts.map((f) => f.seq)) },
    ]);
    const stored = new Set(known.map((f) => f.id));
    const taken = new Set(known.filter((f) => f.deviceId === deviceId).map((f) => `${f.sessionId} ${f.seq}`));
    const registrations = new Map(
      (await manager.findBy(Registration, { id: In(facts.map(registrationOf).filter((id) => id !== null)) })).map(
        (r) => [r.id, r],
      ),
    );
    const replies: Item[] = [];
    const fresh: CheckIn[] = [];
    for (const fact of read) {
      if (!(fact instanceof ScanFactDto)) {
        replies.push({ id: fact.id, result: 'rejected', reason: 'malformed' });
        continue;
      }
      if (stored.has(fact.id)) {
        replies.push({ id: fact.id, result: 'already', reason: null });
        continue;
      }
      const session = sessions.get(fact.sessionId);
      const place = `${fact.sessionId} ${fact.seq}`;
      const reason = !session
        ? 'notYours'
        : taken.has(place)
          ? 'seqTaken'
          : this.problem(fact, session.session, registrations.get(registrationOf(fact) ?? ''));
      if (!reason) {
        stored.add(fact.id);
        taken.add(place);
        fresh.push(this.row(fact, { deviceId, caller, revokedAt: session!.revokedAt, now }));
      }
      replies.push({ id: fact.id, result: reason ? 'rejected' : 'stored', reason });
    }
    if (fresh.length) await manager.insert(CheckIn, fresh);
    return { items: replies, now: now.toISOString() };
  }

  /** The sessions whose door is or was the caller's: who is taken off it still hands in what was recorded. */
  private async sessions(manager: EntityManager, caller: Caller, facts: ScanFactDto[]): Promise<Map<string, Door>> {
    const found = new Map<string, Door>();
    for (const id of new Set(facts.map((fact) => fact.sessionId))) {
      try {
        found.set(id, await everDoorSession(manager, caller, id));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    return found;
  }

  /** What makes a fact unbelievable; a scan must name a registration of its session, by a code we issued or by id. */
  private problem(fact: ScanFactDto, session: Door['session'], registration?: Registration): ScanRejection | null {
    if (fact.kind === 'undo') return fact.ref ? null : 'malformed';
    if (fact.kind === 'correction' && !fact.reason) return 'malformed';
    if (fact.kind !== 'scan') return fact.kind !== 'count' && fact.seats < 0 ? 'malformed' : null;
    if (fact.seats < 1) return 'malformed';
    if (registration?.sessionId !== session.id) return 'badCode';
    if (fact.code === undefined) return null;
    const { keyId } = readCode(fact.code)!;
    const key = doorKeys(session, (sealed) => this.vault.openBytes(sealed)).find(({ id }) => id === keyId)?.key;
    return key && isGenuine(fact.code, registrationKey(fromBase64(key), registration.id)) ? null : 'badCode';
  }

  private row(
    fact: ScanFactDto,
    { deviceId, caller, revokedAt, now }: { deviceId: string; caller: Caller; revokedAt: Date | null; now: Date },
  ): CheckIn {
    const at = new Date(fact.at);
    return {
      id: fact.id,
      sessionId: fact.sessionId,
      deviceId,
      seq: fact.seq,
      kind: fact.kind,
      registrationId: fact.kind === 'scan' ? registrationOf(fact) : null,
      ref: fact.ref ?? null,
      seats: fact.seats,
      at,
      clockOffsetMs: String(fact.clockOffsetMs),
      shown: fact.shown,
      reason: fact.reason ?? null,
      operatorId: caller.id,
      flagged: revokedAt !== null && at.getTime() + fact.clockOffsetMs > revokedAt.getTime(),
      receivedAt: now,
    };
  }
}

function readFact(item: unknown): ScanFactDto | { id: string } {
  const given = typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {};
  const fact = plainToInstance(ScanFactDto, given);
  if (!validateSync(fact, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }).length)
    return fact;
  const { id } = given as { id?: unknown };
  return { id: typeof id === 'string' ? id.slice(0, 40) : '' };
}

const registrationOf = (fact: ScanFactDto): string | null =>
  (fact.code === undefined ? fact.registrationId : readCode(fact.code)?.registrationId) ?? null;
