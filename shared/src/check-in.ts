import type { RegistrationStatus } from './registrations';
import type { Id, Instant } from './wire';

export const SCAN_KINDS = ['scan', 'walkIn', 'undo', 'count', 'end', 'correction'] as const;
/** 扫码 · 现场来访 · 撤销 · 计数 · 结束 · 更正 */
export type ScanKind = (typeof SCAN_KINDS)[number];

export const SHOWN = ['go', 'look', 'stop', 'none'] as const;
/** What the door showed: green, amber, red, nothing. */
export type Shown = (typeof SHOWN)[number];

/** A session as the door lists it. */
export interface DoorSession {
  id: Id;
  theme: string;
  organizer: string;
  venue: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Registered people (seats), null where nobody registers. */
  registered: number | null;
}

/** One registration as a door device holds it. */
export interface RosterEntry {
  registrationId: Id;
  /** 刘*芳 */
  name: string;
  /** Pinyin initials of the whole name, e.g. `lf`. */
  initials: string;
  last4: string | null;
  seats: number;
  quota: string;
  status: RegistrationStatus;
  /** Seats in, as far as the server knows. */
  arrived: number;
  /** First arrival, as far as the server knows. */
  arrivedAt: Instant | null;
}

export interface DoorPack {
  session: DoorSession & { capacity: number | null };
  keyId: number;
  /** Base64 of the session's 32-byte key. */
  sessionKey: string;
  roster: RosterEntry[];
  walkIns: number;
  handCount: number | null;
  /** Sessions of the same unit that day, so that a resident at the wrong one can be told. */
  others: { id: Id; theme: string; startsAt: Instant; venue: string }[];
  now: Instant;
}

/** An append-only fact from the door. */
export interface ScanFact {
  /** Made on the device, unique for ever. @pattern ^[A-Za-z0-9_-]{8,40}$ */
  id: string;
  /** 1, 2, 3 … on this device for this session. @minimum 1 @maximum 1000000 */
  seq: number;
  sessionId: Id;
  kind: ScanKind;
  /** The code as read (scan). @maxLength 100 */
  code?: string;
  registrationId?: Id;
  /** The fact this one undoes (undo). @pattern ^[A-Za-z0-9_-]{8,40}$ */
  ref?: string;
  /** People let in; for `count` the step, +1 or −1; for `correction` the hand count itself. @minimum -1000 @maximum 100000 */
  seats: number;
  /** The device's clock. */
  at: Instant;
  /** Server clock minus device clock as last seen, ms. @minimum -315360000000 @maximum 315360000000 */
  clockOffsetMs: number;
  shown: Shown;
  /** @maxLength 100 */
  reason?: string;
}

export interface ScanUpload {
  /** @pattern ^[A-Za-z0-9_-]{4,40}$ */
  deviceId: string;
  /** Checked one by one, so that one bad item blocks nothing. @minItems 1 @maxItems 500 */
  scans: ScanFact[];
}

export type ScanRejection = 'malformed' | 'notYours' | 'badCode' | 'seqTaken' | 'unknownSession';

export interface ScanReply {
  items: { id: string; result: 'stored' | 'already' | 'rejected'; reason: ScanRejection | null }[];
  now: Instant;
}

export interface DeviceState {
  deviceId: string;
  operator: string;
  lastSeq: number;
  /** Missing sequence ranges, e.g. [[5, 7]]. */
  missing: [from: number, to: number][];
  ended: boolean;
  lastAt: Instant | null;
}

export interface Conflict {
  registrationId: Id;
  name: string;
  kind: 'overParty' | 'twoDoors';
  party: number;
  scanned: number;
}

export interface DoorCounts {
  sessionId: Id;
  registered: number;
  /** Everybody in: registered people who came, and walk-ins. */
  checkedIn: number;
  walkIns: number;
  /** Registered people not yet in. */
  missing: number;
  handCount: number | null;
  conflicts: Conflict[];
  devices: DeviceState[];
  /** Every device that took a pack has sent all it recorded, up to its `end`. */
  final: boolean;
}
