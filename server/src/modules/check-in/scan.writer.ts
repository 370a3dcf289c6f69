import { Injectable } from '@nestjs/common';
import { fromBase64 } from '@openday/shared/base64';
import type { ScanRejection, ScanReply } from '@openday/shared/check-in';
import { isGenuine, registrationKey } from '@openday/shared/check-in-code';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { insertRows, selectRows } from '../../database/rows';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { tellShown } from '../changes/changes.writer';
import { doorKeys } from '../events/door-keys.rules';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';
import { CheckIn } from './check-in.entity';
import { everDoorSession, type Recorder, recorderAt } from './door.queries';
import { DoorDeviceWriter } from './door-device.writer';
import { countFacts } from './fact-count.writer';
import { idOf, type ReadFact, readFact } from './scan-fact.reader';

type Item = ScanReply['items'][number];

/** A session whose door is or was the caller's, and its keys by their id. */
interface Door {
  revokedAt: Date | null;
  keys: Map<number, Uint8Array>;
}

interface Upload {
  deviceId: string;
  caller: Caller;
  /** Whom facts name as having recorded them, by session and account. */
  recorders: Map<string, Recorder>;
  now: Date;
}

/** Stores facts from a door, each on its own merits: uploading again adds none, a bad one blocks nothing. */
@Injectable()
export class ScanWriter {
  constructor(
    private readonly vault: Vault,
    private readonly devices: DoorDeviceWriter,
  ) {}

  async store(manager: EntityManager, caller: Caller, deviceId: string, items: unknown[]): Promise<ScanReply> {
    const read = items.map((item) => ({ id: idOf(item), found: readFact(item) }));
    const facts = read.flatMap(({ found }) => found ?? []);
    const doors = await this.doors(manager, caller, facts);
    const recorders = await recordersOf(manager, caller, facts, doors);
    const upload = { deviceId, caller, recorders, now: await databaseNow(manager) };
    const { stored, taken, sessionOf } = await this.known(manager, deviceId, [...doors.keys()], facts);
    const fresh: CheckIn[] = [];
    const answer = (id: string, found: ReadFact | null): Item => {
      if (!found) return { id, result: 'rejected', reason: 'malformed' };
      if (stored.has(id)) return { id, result: 'already', reason: null };
      const { sessionId, seq } = found.fact;
      const door = doors.get(sessionId);
      if (!door) return { id, result: 'rejected', reason: 'notYours' };
      const place = placeOf(sessionId, seq);
      const reason = taken.has(place) ? 'seqTaken' : problem(found, door, sessionOf);
      if (reason) return { id, result: 'rejected', reason };
      stored.add(id);
      taken.add(place);
      fresh.push(rowOf(found, door, upload));
      return { id, result: 'stored', reason: null };
    };
    const replies = read.map(({ id, found }) => answer(id, found));
    await countFacts(manager, fresh);
    await insertRows(manager, CheckIn, fresh);
    if (fresh.length) await tellShown(manager, { counts: [...new Set(fresh.map(({ sessionId }) => sessionId))] });
    await this.devices.stood(manager, caller, deviceId, fresh);
    return { items: replies, now: upload.now.toISOString() };
  }

  /**
   * The sessions whose door is or was the caller's: who is taken off it still hands in what was recorded. Holds each
   * until the end, in the order of ids, so that two uploads of the same facts see one another's.
   */
  private async doors(manager: EntityManager, caller: Caller, facts: ReadFact[]): Promise<Map<string, Door>> {
    const found = new Map<string, Door>();
    for (const id of [...new Set(facts.map(({ fact }) => fact.sessionId))].sort()) {
      try {
        const { session, revokedAt } = await everDoorSession(manager, caller, id);
        await this.devices.changed(manager, id);
        const keys = doorKeys(session, (sealed) => this.vault.openBytes(sealed));
        found.set(id, { revokedAt, keys: new Map(keys.map(({ id: keyId, key }) => [keyId, fromBase64(key)])) });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    return found;
  }

  /** What is stored of this upload already, which numbers the device has used, and the session of each registration. */
  private async known(manager: EntityManager, deviceId: string, sessionIds: string[], facts: ReadFact[]) {
    const ids = facts.map(({ fact }) => fact.id);
    const named = facts.flatMap(({ registrationId }) => registrationId ?? []);
    const [byId, bySeq, registrations] = await Promise.all([
      selectRows(manager, CheckIn, 'WHERE id IN (:ids)', { ids }, ['id']),
      Promise.all(
        sessionIds.map((sessionId) => {
          const seqs = facts.flatMap(({ fact }) => (fact.sessionId === sessionId ? fact.seq : []));
          const params = { sessionId, deviceId, from: Math.min(...seqs), to: Math.max(...seqs) };
          const own = 'WHERE sessionId = :sessionId AND deviceId = :deviceId AND seq BETWEEN :from AND :to';
          return selectRows(manager, CheckIn, own, params, ['sessionId', 'seq']);
        }),
      ),
      selectRows(manager, Registration, 'WHERE id IN (:named)', { named }, ['id', 'sessionId']),
    ]);
    return {
      stored: new Set(byId.map(({ id }) => id)),
      taken: new Set(bySeq.flat().map(({ sessionId, seq }) => placeOf(sessionId, seq))),
      sessionOf: new Map(registrations.map(({ id, sessionId }) => [id, sessionId])),
    };
  }
}

const placeOf = (sessionId: string, seq: number): string => `${sessionId} ${seq}`;

/** A phone outlives a sign-in: what another person recorded on it stays theirs, whoever hands it in. */
async function recordersOf(manager: EntityManager, caller: Caller, facts: ReadFact[], doors: Map<string, Door>) {
  const found = new Map<string, Recorder>();
  for (const { sessionId, by } of facts.map(({ fact }) => fact)) {
    if (!by || by === caller.id || !doors.has(sessionId) || found.has(`${sessionId} ${by}`)) continue;
    const recorder = await recorderAt(manager, by, sessionId);
    if (recorder) found.set(`${sessionId} ${by}`, recorder);
  }
  return found;
}

/** What makes a fact unbelievable; a scan must name a registration of its session, by a code we issued or by id. */
function problem(
  { fact, code, registrationId }: ReadFact,
  { keys }: Door,
  sessionOf: Map<string, string>,
): ScanRejection | null {
  if (fact.kind === 'undo') return fact.ref ? null : 'malformed';
  if (fact.kind === 'correction' && !fact.reason) return 'malformed';
  if (fact.kind !== 'scan') return fact.kind !== 'count' && fact.seats < 0 ? 'malformed' : null;
  if (fact.seats < 1) return 'malformed';
  if (!registrationId || sessionOf.get(registrationId) !== fact.sessionId) return 'badCode';
  if (fact.code === undefined) return null;
  const key = code && keys.get(code.keyId);
  return key && isGenuine(fact.code, registrationKey(key, registrationId)) ? null : 'badCode';
}

function rowOf({ fact, registrationId, at }: ReadFact, { revokedAt: callerRevokedAt }: Door, upload: Upload): CheckIn {
  const uploader = { id: upload.caller.id, revokedAt: callerRevokedAt };
  const { id: operatorId, revokedAt } = upload.recorders.get(`${fact.sessionId} ${fact.by}`) ?? uploader;
  return {
    id: fact.id,
    sessionId: fact.sessionId,
    deviceId: upload.deviceId,
    seq: fact.seq,
    kind: fact.kind,
    registrationId: fact.kind === 'scan' ? registrationId : null,
    ref: fact.ref ?? null,
    seats: fact.seats,
    at,
    clockOffsetMs: String(fact.clockOffsetMs),
    shown: fact.shown,
    reason: fact.reason ?? null,
    operatorId,
    flagged: revokedAt !== null && at.getTime() + fact.clockOffsetMs > revokedAt.getTime(),
    receivedAt: upload.now,
  };
}
