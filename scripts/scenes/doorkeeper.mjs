// Doors and who works them, over HTTP: devices that clash, get lost and end.
import { inMinutes, Person } from './person.mjs';

const SOON = () => ({ startsAt: inMinutes(20), endsAt: inMinutes(110) });

/** A session whose door is about to open, with its people registered and two who work it. */
export async function doorOf(url, unit, people, theme, session = {}) {
  const made = await unit.publishes(theme, { ...SOON(), ...session });
  const registrations = [];
  for (const [n, person] of people.entries()) registrations.push(await person.register(made, { seats: (n % 3) + 1 }));
  const link = async () => {
    const { token } = await unit.post('/check-in/invites', { sessions: [made.id], hours: 12 });
    return { token, session: made };
  };
  const { token } = await link();
  const joins = async (name) =>
    new Doorkeeper(url, await new Person(url, null).post('/auth/door', { token, name }), made);
  const [east, west] = [await joins('小周'), await joins('小陈')];
  return { unit, session: made, people, registrations, east, west, link };
}

/** Somebody who works a door, with devices of their own. */
class Doorkeeper extends Person {
  constructor(url, tokens, session) {
    super(url, tokens);
    this.session = session;
  }

  /** The list as a device named so gets it. */
  takes(deviceId, name) {
    return this.get(`/check-in/sessions/${this.session.id}/pack?deviceId=${deviceId}&name=${encodeURIComponent(name)}`);
  }

  /** Facts as the device would number them, from `first` on. */
  records(deviceId, facts, first = 1) {
    const scans = facts.map((fact, n) => ({
      id: `${deviceId}-${this.session.id.slice(-6)}-${first + n}`,
      seq: first + n,
      sessionId: this.session.id,
      at: inMinutes(n - 10),
      clockOffsetMs: 0,
      shown: 'none',
      ...fact,
    }));
    return this.post('/check-in/scans', { deviceId, scans });
  }
}

const scan = ({ registrationId, seats }) => ({ kind: 'scan', registrationId, seats });
const END = { kind: 'end', seats: 0 };

/** The same party at two doors. */
export async function clash({ east, west }) {
  const { roster } = await east.takes('east-clash', '东门');
  await west.takes('west-clash', '西门');
  await east.records('east-clash', [...roster.slice(0, 3).map(scan), { kind: 'walkIn', seats: 2 }]);
  await west.records('west-clash', [scan(roster[0]), { kind: 'count', seats: 1 }, { kind: 'count', seats: 1 }]);
}

/** A phone of which records are missing, and one that sent nothing. */
export async function lose({ east, west }) {
  const { roster } = await east.takes('east-lost', '东门');
  await west.takes('west-lost', '西门');
  await west.takes('none-lost', '西门');
  await east.records('east-lost', roster.slice(0, 2).map(scan));
  await east.records('east-lost', [scan(roster[3])], 6);
  await west.records('west-lost', [scan(roster[4]), END]);
}

/** Every device has ended, or was answered for. */
export async function close({ east, west, unit, session }) {
  const { roster } = await east.takes('east-closed', '东门');
  await west.takes('west-closed', '西门');
  await east.records('east-closed', [
    ...roster.slice(0, 4).map(scan),
    { kind: 'correction', seats: 9, reason: '散场时数的' },
    END,
  ]);
  const excuse = { deviceId: 'west-closed', reason: '手机丢了' };
  await unit.post(`/check-in/sessions/${session.id}/excuse`, excuse);
}
