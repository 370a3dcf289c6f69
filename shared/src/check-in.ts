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
  /** First arrival, as far as the server knows, and at which door. */
  arrivedAt: Instant | null;
  arrivedAtDoor: string | null;
}

/** A session's check-in key. */
export interface DoorKey {
  /** 1, 2, 3 …: which key a code was made under. */
  id: number;
  /** Base64 of 32 bytes. */
  key: string;
}

export interface DoorPack {
  session: DoorSession & { capacity: number | null };
  /** The newest first; older ones stay good for codes made before a change of key. */
  keys: DoorKey[];
  /** All, or with `since` only those that changed. */
  roster: RosterEntry[];
  partial: boolean;
  /** Ask with `since=cursor` for what changes from here on. */
  cursor: string;
  walkIns: number;
  handCount: number | null;
  /** Sessions of the same unit that day, so that a resident at the wrong one can be told. */
  others: { id: Id; theme: string; startsAt: Instant; venue: string }[];
  now: Instant;
}

/** An append-only fact from the door. */
export interface ScanFact {
  /** Made on the device, unique for ever; MariaDB tells no case apart. @pattern ^[a-z0-9_-]{8,40}$ */
  id: string;
  /** 1, 2, 3 … on this device for this session. @asType integer @minimum 1 @maximum 1000000 */
  seq: number;
  sessionId: Id;
  kind: ScanKind;
  /** The code as read (scan). @maxLength 100 */
  code?: string;
  registrationId?: Id;
  /** The fact this one undoes (undo). @pattern ^[a-z0-9_-]{8,40}$ */
  ref?: string;
  /** People let in; for `count` the step, +1 or −1; for `correction` the hand count itself. @asType integer @minimum -1000 @maximum 100000 */
  seats: number;
  /** The account that recorded it, where that is not sure to be who uploads it. */
  by?: Id;
  /** The device's clock. */
  at: Instant;
  /** Server clock minus device clock as last seen, ms. @asType integer @minimum -315360000000 @maximum 315360000000 */
  clockOffsetMs: number;
  shown: Shown;
  /** @maxLength 100 */
  reason?: string;
}

export interface ScanUpload {
  /** @pattern ^[a-z0-9_-]{4,40}$ */
  deviceId: string;
  /** Checked one by one, so that one bad item blocks nothing. @minItems 1 @maxItems 500 */
  scans: ScanFact[];
}

export type ScanRejection = 'malformed' | 'notYours' | 'badCode' | 'seqTaken' | 'unknownSession';

export interface ScanReply {
  items: { id: string; result: 'stored' | 'already' | 'rejected'; reason: ScanRejection | null }[];
  now: Instant;
}

export interface PackQuery {
  /** Left out by who only prints the list: no figures wait for paper. @pattern ^[a-z0-9_-]{4,40}$ */
  deviceId?: string;
  /** What people call this door: 东门. */
  name?: string;
  since?: string;
}

export interface DeviceState {
  deviceId: string;
  /** What its staff called it; empty = nothing. */
  name: string;
  operator: string;
  lastSeq: number;
  /** Missing sequence ranges, e.g. [[5, 7]]. */
  missing: [from: number, to: number][];
  ended: boolean;
  lastAt: Instant | null;
  /** A person said why it cannot send the rest (a lost phone): the figures wait no longer. `reason`: '' once it was removed. */
  excused: { by: string; reason: string; at: Instant } | null;
}

export interface Excuse {
  /** @pattern ^[a-z0-9_-]{4,40}$ */
  deviceId: string;
  /** @minLength 2 @maxLength 100 */
  reason: string;
}

export interface Conflict {
  registrationId: Id;
  name: string;
  kind: 'overParty' | 'twoDoors';
  party: number;
  scanned: number;
  /** Each door's scans, with its own time. */
  doors: { name: string; seats: number; at: Instant }[];
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
  /** Facts recorded after their operator was taken off the door. */
  flagged: number;
  /** What somebody put right, in order of time: the hand count then, by whom and why. */
  corrections: { seats: number; by: string; reason: string; at: Instant }[];
  devices: DeviceState[];
  /** Every device that took a pack has sent all it recorded, up to its `end`, or is excused. */
  final: boolean;
  /** Since when; null = not yet. */
  finalAt: Instant | null;
  /** Facts that came after that, as from a lost phone that was found: they count. */
  late: number;
}

/** Who works a session's door. */
export interface DoorStaff {
  staff: { id: Id; name: string; joinedAt: Instant | null; revokedAt: Instant | null; devices: string[] }[];
  invites: DoorInvite[];
}

export interface NewDoorInvite {
  /** @minItems 1 @maxItems 20 */
  sessions: Id[];
  /** @minimum 1 @maximum 8784 */
  hours: number;
}

/** 门口邀请: a link by which people become staff of these sessions' doors. */
export interface DoorInvite {
  id: Id;
  sessions: Id[];
  /** Only in the answer that made it. */
  token: string | null;
  expiresAt: Instant;
  revokedAt: Instant | null;
  joined: number;
}

export interface DoorJoin {
  /** @minLength 20 @maxLength 100 */
  token: string;
  /** What the unit calls them. @minLength 1 @maxLength 20 */
  name: string;
}
