import type { ScanFact, ScanReply } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { api, apiIfChanged } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { forgetList, forgetOldLists, keptList, keptListIds } from '@/lib/kept-lists';
import { currentTokens, setTokens } from '@/lib/tokens';
import type { DoorRecord } from '@/platform/fact-storage';
import { deviceId, doorName } from './device';
import { touched, useDoorState } from './door-state';
import { isEnded, lastAck, recordedSessions, recordsOf, retryRejected, settle, waitingFacts } from './journal';
import { openDoor } from './opening';
import { fetchPack, leaveDoor } from './packs';
import { isListBehind, type KeptCounts } from './tally';

const BATCH = 200;
const POLL_MS = 5000;
const RETRY_MS = 2000;
const RETRY_MAX_MS = 30_000;
/** Each list fetched is a reading of names, and noted as one. */
const LIST_MIN_MS = 30_000;

/** Sessions whose door is open on some page; null = every one whose list is on this phone. */
const watched = new Set<{ sessionId: Id | null }>();
let timer: ReturnType<typeof setTimeout> | null = null;
let running: Promise<void> | null = null;
let failures = 0;
let listAt = 0;
/** Who uploaded last. */
let uploader: Id | null = null;

/** Uploads and polls as long as somebody watches. Returns how to stop. */
export function watchDoor(sessionId: Id | null): () => void {
  const watcher = { sessionId };
  if (watched.size === 0) Taro.onNetworkStatusChange(onNetwork);
  watched.add(watcher);
  nudge();
  return () => {
    watched.delete(watcher);
    if (watched.size > 0) return;
    Taro.offNetworkStatusChange(onNetwork);
    if (timer) clearTimeout(timer);
    timer = null;
  };
}

/** Something was recorded, or the account changed: try now. While the network is gone the waiting time stands. */
export function nudge(): void {
  if (failures === 0 || useDoorState.getState().link === 'signedOut') void syncNow();
}

/** One whole round: everything waiting, then the counts, then the list where it is behind. Never two at once. */
export function syncNow(): Promise<void> {
  running ??= round().finally(() => {
    running = null;
    if (watched.size > 0) schedule();
  });
  return running;
}

function onNetwork({ isConnected }: { isConnected: boolean }): void {
  if (isConnected) void syncNow();
}

function schedule(): void {
  if (timer) clearTimeout(timer);
  const soon = failures === 0 && waitingFacts(1).length > 0;
  const wait = failures === 0 ? POLL_MS : Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** (failures - 1));
  timer = setTimeout(() => void syncNow(), soon ? 0 : wait);
}

async function round(): Promise<void> {
  try {
    await openDoor();
    await forgetOldLists();
    const account = currentTokens()?.account.id;
    if (!account) {
      useDoorState.setState({ link: 'signedOut' });
      return;
    }
    await offerAgain(account);
    await sendAll();
    for (const id of watchedSessions()) await refresh(id);
    failures = 0;
    useDoorState.setState({ link: 'online' });
  } catch (failure) {
    failures += 1;
    // What is not a refusal is a mistake of ours or a full storage: facts stay where they are, and it is seen.
    if (!(failure instanceof ApiError)) console.error('door sync', failure);
    const signedOut = failure instanceof ApiError && failure.status === 401;
    // The facts stay: whoever signs in next uploads them.
    if (signedOut) setTokens(null);
    useDoorState.setState({ link: signedOut ? 'signedOut' : 'offline' });
  }
}

function watchedSessions(): Set<Id> {
  return new Set([...watched].flatMap(({ sessionId }) => sessionId ?? keptListIds()));
}

/** What the server would not take from another account on this phone may be this one's to hand in. */
async function offerAgain(account: Id): Promise<void> {
  if (uploader === account) return;
  uploader = account;
  for (const id of recordedSessions()) {
    if (recordsOf(id).some(isNotYours)) await retryRejected(id, isNotYours);
  }
  touched();
}

const isNotYours = ({ rejected }: DoorRecord): boolean => rejected === 'notYours';

async function sendAll(): Promise<void> {
  let size = BATCH;
  try {
    for (let facts = waitingFacts(size); facts.length > 0; facts = waitingFacts(size)) {
      useDoorState.setState({ sending: true });
      const items = await send(facts);
      if (items) await settled(items);
      // A batch refused as a whole hides the one item that is to blame.
      else if (facts.length > 1) size = Math.ceil(facts.length / 2);
      else await settled(facts.map(({ id }) => ({ id, result: 'rejected', reason: 'malformed' })));
    }
  } finally {
    useDoorState.setState({ sending: false });
  }
}

/** What the server said to each; null where it took none of them, or named none. */
async function send(scans: ScanFact[]): Promise<ScanReply['items'] | null> {
  try {
    const { items } = await api('POST /check-in/scans', { body: { deviceId: deviceId(), scans } });
    const sent = new Set(scans.map(({ id }) => id));
    return items.some(({ id }) => sent.has(id)) ? items : null;
  } catch (failure) {
    if (failure instanceof ApiError && [400, 413, 422].includes(failure.status)) return null;
    throw failure;
  }
}

async function settled(items: ScanReply['items']): Promise<void> {
  await settle(items);
  for (const id of recordedSessions()) if (isEnded(recordsOf(id))) await forgetList(id);
  useDoorState.setState({ full: false });
  touched();
}

async function refresh(sessionId: Id): Promise<void> {
  const records = recordsOf(sessionId);
  const polled = await countsOf(sessionId, lastAck(records));
  if (!polled) return;
  const kept = keptList(sessionId);
  if (!kept || Date.now() - listAt < LIST_MIN_MS) return;
  const isRenamed = (kept.door ?? null) !== doorName();
  if (!isRenamed && !isListBehind(kept, polled, records)) return;
  listAt = Date.now();
  try {
    await fetchPack(sessionId);
  } catch (failure) {
    if (failure instanceof ApiError) throw failure;
    // The phone has no room for the new list: the old one goes on serving, facts come first.
    console.error('list not stored', failure);
  }
  touched();
}

/**
 * What the server counts, with all that it acknowledged before it was asked. Null where the session is no longer this
 * account's: what was recorded for it still goes out.
 */
async function countsOf(sessionId: Id, upTo: number): Promise<KeptCounts | null> {
  const known = useDoorState.getState().counts[sessionId] ?? null;
  try {
    const options = { params: { id: sessionId } };
    const answer = await apiIfChanged('GET /check-in/sessions/:id/counts', known?.etag ?? null, options);
    const polled = answer ? { counts: answer.reply, etag: answer.etag, upTo } : known;
    useDoorState.setState(({ counts, revoked }) => ({
      ...(polled && polled !== known && { counts: { ...counts, [sessionId]: polled } }),
      ...(revoked[sessionId] && { revoked: { ...revoked, [sessionId]: false } }),
    }));
    return polled;
  } catch (failure) {
    if (!(failure instanceof ApiError) || ![403, 404].includes(failure.status)) throw failure;
    if (failure.code === 'DOOR_REVOKED') await leaveDoor(sessionId);
    return null;
  }
}
