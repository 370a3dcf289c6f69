import type { ScanFact } from '@openday/shared/check-in';
import type { DemoDoor } from './event';

export interface DoorParty {
  id: string;
  seats: number;
  /** The demo's own resident: still to come where the session is going on, so that the code can be shown. */
  own: boolean;
}

type Fact = Omit<ScanFact, 'id' | 'seq'>;

export interface DeviceLog {
  deviceId: string;
  facts: ScanFact[];
}

const MINUTE = 60_000;

/**
 * What the devices at a door recorded: most parties come, a few do not, one comes with one fewer. Of a session that
 * is still going on about two in three are in, and no device has said `end`.
 */
export function doorLogs(
  no: number,
  session: { id: string; startsAt: Date; endsAt: Date },
  door: DemoDoor,
  parties: DoorParty[],
  now: number,
): DeviceLog[] {
  const goingOn = now < session.endsAt.getTime();
  const opened = session.startsAt.getTime() - 20 * MINUTE;
  const shut = Math.min(session.startsAt.getTime() + 15 * MINUTE, now - MINUTE);
  const scans = parties.flatMap((party, i): Fact[] => {
    const stays = goingOn ? party.own || i % 3 === 1 : (i + no) % 7 === 4 && party.seats < 3 && !party.own;
    if (stays) return [];
    const seats = party.seats > 1 && i % 11 === 7 ? party.seats - 1 : party.seats;
    const at = opened + ((shut - opened) * (i + 1)) / (parties.length + 1);
    return [fact('scan', seats, at, { registrationId: party.id, shown: 'go' })];
  });
  const walkIns = door.walkIns.map((seats, i) => fact('walkIn', seats, shut - i * MINUTE));
  const came = [...scans, ...walkIns].reduce((sum, { seats }) => sum + seats, 0);
  const taps = Array.from({ length: door.counted ?? 0 }, (_, i) => fact('count', 1, opened + i * 2 * MINUTE));
  const counted = { reason: '散场时数的' };
  const hand =
    door.hand === null || taps.length ? [] : [fact('correction', came + door.hand, shut + 30 * MINUTE, counted)];

  const all = [...scans, ...walkIns, ...taps].sort((a, b) => a.at.localeCompare(b.at));
  const split = Array.from({ length: door.devices }, (_, device) => all.filter((_, i) => i % door.devices === device));
  const again = door.conflict ? split[0]?.find(({ kind }) => kind === 'scan') : undefined;
  if (again) split[1]?.push({ ...again, at: iso(Date.parse(again.at) + 4 * MINUTE), shown: 'look' });
  split[0]?.push(...hand);

  return split.map((facts, device) => {
    const ended = goingOn ? [] : [fact('end', 0, session.endsAt.getTime() - 5 * MINUTE)];
    return {
      deviceId: `demo-door-${device + 1}`,
      facts: [...facts.sort((a, b) => a.at.localeCompare(b.at)), ...ended].map((one, i) => ({
        ...one,
        id: `demo-${no}-${device + 1}-${i + 1}`,
        seq: i + 1,
      })),
    };
  });

  function fact(kind: Fact['kind'], seats: number, at: number, more: Partial<Fact> = {}): Fact {
    return { sessionId: session.id, kind, seats, at: iso(at), clockOffsetMs: 0, shown: 'none', ...more };
  }
}

const iso = (at: number): string => new Date(at).toISOString();
