import { rmSync } from 'node:fs';
import { fromBase64 } from '@openday/shared/base64';
import type { DoorCounts, DoorPack, ScanFact } from '@openday/shared/check-in';
import { counterAt, registrationCode, registrationKey } from '@openday/shared/check-in-code';
import { makeDistrict, serverEnv } from '../test/support/district';
import { median, newDatabase, newDataDir } from './district-of-its-own';
import { type LoadProcess, startLoad, startServer } from './processes';

const PORT = 39_412;
const REGISTERED = 5000;
const BATCH = 200;
const DEVICES = 5;
const NOOP = { requests: 4000, conns: 64, body: JSON.stringify({ seats: 2 }) };
const GOAL = 0.5;
/** Boards and doors that ask; a whole answer is dearer, so fewer of them. */
const BOARD = { conns: 16, requests: 2000, body: '', key: 'bench' };
const BOARD_ROUNDS = 3;

/**
 * The scans of a large session, by their codes, uploaded by five devices at once in batches of 200, each scan against one
 * empty request of the same server, taken in turn.
 */
export async function benchCheckIn(
  db: 'embedded' | 'mariadb',
  mariadb: string | null,
  scans: number,
  rounds: number,
): Promise<void> {
  const dataDir = newDataDir();
  const env = serverEnv(dataDir, mariadb && (await newDatabase(mariadb)));
  const { sessionIds, desk } = await makeDistrict(env, { capacities: [REGISTERED], residents: 1, older: REGISTERED });
  const server = await startServer(env, PORT);
  const client = startLoad();
  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/check-in/sessions/${sessionIds[0]}${path}`, {
      headers: { authorization: `Bearer ${desk}` },
    });
    return (await answer.json()) as T;
  };
  const pack = await get<DoorPack>('/pack?deviceId=bench-door');
  const fire = async (count: number, load: { conns: number; requests: number; body: string; bodies?: string[] }) => {
    const before = await server.used();
    const paths = [load.bodies ? '/api/check-in/scans' : '/api/bench/noop'];
    const tokens = load.bodies && Array<string>(load.requests).fill(desk);
    const { perSecond, statuses } = await client.fire({ ports: [PORT], paths, key: 'bench', ...load, tokens });
    const cpuMicros = ((await server.used()).cpuMicros - before.cpuMicros) / count;
    return { perSecond: (perSecond * count) / load.requests, cpuMicros, statuses };
  };
  const pairs: { empty: Awaited<ReturnType<typeof fire>>; own: Awaited<ReturnType<typeof fire>> }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const bodies = batches(pack, round, scans);
    const empty = await fire(NOOP.requests, NOOP);
    const own = await fire(scans, { conns: DEVICES, requests: bodies.length, body: '', bodies });
    if (round > 0) pairs.push({ empty, own });
    else await benchBoard(db, client, sessionIds[0]!, desk, scans);
  }
  const { devices } = await get<DoorCounts>('/counts');
  const stored = devices.reduce((sum, { lastSeq, missing }) => sum + (missing.length ? 0 : lastSeq), 0);
  if (stored !== scans * (rounds + 1)) throw new Error(`${stored} scans are stored of ${scans * (rounds + 1)}`);
  const line = {
    db,
    case: `${scans} scans in batches of ${BATCH}`,
    conns: DEVICES,
    ratio: median(pairs.map(({ empty, own }) => own.perSecond / empty.perSecond)),
    goal: GOAL,
    perSecond: median(pairs.map(({ own }) => own.perSecond)),
    referencePerSecond: median(pairs.map(({ empty }) => empty.perSecond)),
    cpuMicros: median(pairs.map(({ own }) => own.cpuMicros)),
    referenceCpuMicros: median(pairs.map(({ empty }) => empty.cpuMicros)),
    statuses: pairs.map(({ own }) => own.statuses),
  };
  console.info(JSON.stringify(line));
  console.info(`peak memory of the server: ${(await server.used()).peakMb} MB`);
  client.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** What a board costs that asks again, against an empty reading: where nothing changed, and the whole answer. */
async function benchBoard(db: string, client: LoadProcess, sessionId: string, desk: string, scans: number) {
  const path = `/api/check-in/sessions/${sessionId}/counts`;
  const tokens = Array<string>(BOARD.requests).fill(desk);
  const ask = (of: string, etag: string) => client.fire({ ...BOARD, ports: [PORT], paths: [of], tokens, etag });
  const rounds: Record<'empty' | 'unchanged' | 'whole', number>[] = [];
  const first: number[] = [];
  for (let round = 0; round < BOARD_ROUNDS; round++) {
    const headers = { authorization: `Bearer ${desk}` };
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, { headers });
    await answer.arrayBuffer();
    first.push(performance.now() - began);
    const empty = await ask('/api/bench/noop', '');
    const unchanged = await ask(path, answer.headers.get('etag') ?? '');
    const whole = await ask(path, '');
    rounds.push({ empty: empty.perSecond, unchanged: unchanged.perSecond, whole: whole.perSecond });
    console.info(JSON.stringify({ case: 'board', statuses: [unchanged.statuses, whole.statuses] }));
  }
  const ratio = (of: 'unchanged' | 'whole') => median(rounds.map((round) => round[of] / round.empty));
  const line = { db, case: `board over ${scans} facts`, unchanged: ratio('unchanged'), whole: ratio('whole') };
  console.info(JSON.stringify({ ...line, emptyPerSecond: median(rounds.map(({ empty }) => empty)), firstMs: first }));
}

/** The uploads of a round: every device goes on where its numbers stopped. */
function batches({ session, keys, roster }: DoorPack, round: number, scans: number): string[] {
  const { id: keyId, key } = keys[0]!;
  const sessionKey = fromBase64(key);
  const each = scans / DEVICES;
  const at = new Date().toISOString();
  const counter = counterAt(Date.parse(at));
  const facts = Array.from({ length: scans }, (_, i): ScanFact => {
    const { registrationId, seats } = roster[i % roster.length]!;
    const fields = { keyId, sessionId: session.id, registrationId, kind: 'live' as const, seats, counter };
    const code = registrationCode(fields, registrationKey(sessionKey, registrationId));
    const seq = round * each + (i % each) + 1;
    const id = `bench-${round}-${i}`;
    return {
      id,
      seq,
      sessionId: session.id,
      kind: 'scan',
      code,
      registrationId,
      seats,
      at,
      clockOffsetMs: 12,
      shown: 'go',
    };
  });
  return Array.from({ length: scans / BATCH }, (_, batch) => {
    const own = facts.slice(batch * BATCH, (batch + 1) * BATCH);
    return JSON.stringify({ deviceId: `bench-${Math.floor((batch * BATCH) / each)}`, scans: own });
  });
}
