import { execFileSync } from 'node:child_process';
import type { DoorPack, RosterEntry } from '@openday/shared/check-in';
import { counterAt, registrationCode, registrationKey } from '@openday/shared/check-in-code';
import { judge } from '@openday/shared/door-verdict';

const SCANS = 2_000;
const PARTIES = 5_000;
const sessionKey = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const SESSION = '7000000000000000001';

/**
 * What a door needs for one code, offline, of a list of 5,000: reading, keys, HMAC, the list, the answer. Without a JIT,
 * as an iPhone runs a mini program. Figures in ms of processor time, so that others on the
 * machine do not count.
 */
export function benchVerify(): void {
  const measured = (flags: string[]) =>
    JSON.parse(execFileSync(process.execPath, [...flags, __filename], { encoding: 'utf8' })) as object;
  console.info(JSON.stringify({ case: 'verify.jitless', ...measured(['--jitless']) }));
  console.info(JSON.stringify({ case: 'verify.jit', ...measured([]) }));
}

function measure() {
  const ids = Array.from({ length: PARTIES }, (_, n) => String(7_000_000_000_000_100_000n + BigInt(n)));
  const pack = aPack(ids.map(anEntry));
  const now = Date.now();
  const times: number[] = [];
  for (let scan = 0; scan < SCANS; scan++) {
    const registrationId = ids[(scan * 2741) % PARTIES]!;
    const fields = { keyId: 1, sessionId: SESSION, registrationId, seats: 2, counter: counterAt(now) };
    const code = registrationCode({ ...fields, kind: 'live' }, registrationKey(sessionKey, registrationId));
    const before = process.cpuUsage();
    const verdict = judge(code, pack, new Map(), now);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    if (verdict.case !== 'fresh') throw new Error(`a good code was judged ${verdict.case}`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(3));
  return { scans: SCANS, median: at(0.5), p99: at(0.99) };
}

function anEntry(registrationId: string): RosterEntry {
  const blank = { quota: '居民', status: 'confirmed', arrived: 0, arrivedAt: null, arrivedAtDoor: null } as const;
  return { registrationId, name: '王*明', initials: 'wxm', last4: '0417', seats: 2, ...blank };
}

function aPack(roster: RosterEntry[]): DoorPack {
  const at = new Date().toISOString();
  const where = { theme: '水厂开放日', organizer: '水厂', venue: '水厂', startsAt: at, endsAt: at };
  return {
    session: { id: SESSION, ...where, registered: 10_000, capacity: null },
    keys: [{ id: 1, key: Buffer.from(sessionKey).toString('base64') }],
    roster,
    partial: false,
    cursor: '',
    walkIns: 0,
    handCount: null,
    others: [],
    now: at,
  };
}

if (require.main === module) console.info(JSON.stringify(measure()));
