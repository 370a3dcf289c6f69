import type { DeviceState, DoorCounts } from '@openday/shared/check-in';
import { deviceNames, devicesOf } from '@/features/door/device-names';
import { isEnded, isWaiting } from '@/features/door/journal';
import { closing as words } from '@/lib/text/closing';
import type { DoorRecord } from '@/platform/fact-storage';

/** More names than this are not read. */
const NAMED = 3;

export interface Closing {
  /** Nothing is wanting, as far as anybody can know. */
  ok: boolean;
  title: string;
  sub: string;
  /** end: it may be ended · check: something is still to come · done: nothing more to do here. */
  act: 'end' | 'check' | 'done';
}

/** How the closing stands on the device `own`: who has to do what before the numbers are whole. */
export function closingOf(
  counts: DoorCounts | null,
  records: DoorRecord[],
  online: boolean,
  own: string,
  hasList = false,
): Closing {
  if (!counts || !online) return wait(words.offline, words.offlineSub);
  const waiting = records.filter(isWaiting).length;
  if (waiting > 0) return wait(words.mine(waiting), words.mineSub);
  const mine = counts.devices.find(({ deviceId }) => deviceId === own);
  if (!mine?.excused && records.some(({ rejected }) => rejected)) return wait(words.mineAside, words.mineAsideSub);
  if (counts.final) return { ok: true, title: words.done, sub: words.doneSub, act: 'done' };
  const worked = Boolean(mine) || hasList || records.length > 0;
  return lackingOf(counts) ?? openOf(counts, worked, isEnded(records), own);
}

const wait = (title: string, sub: string): Closing => ({ ok: false, title, sub, act: 'check' });

/** Records that are known to be missing; null = none. */
function lackingOf(counts: DoorCounts): Closing | null {
  const lacking = devicesOf(counts).filter((device) => gapsOf(device) > 0 && !device.excused);
  const [first] = lacking;
  if (!first) return null;
  const gaps = lacking.reduce((sum, device) => sum + gapsOf(device), 0);
  const phone = deviceNames(counts).get(first.deviceId) ?? '';
  return wait(words.missing(gaps), words.ask(first.operator, phone));
}

/** Nothing known is missing: whose `end` is. `worked`: this device is one of the door's. */
function openOf(counts: DoorCounts, worked: boolean, ended: boolean, own: string): Closing {
  const names = deviceNames(counts);
  const others = devicesOf(counts).filter((each) => !each.ended && !each.excused && each.deviceId !== own);
  const called = words.several(
    others.map(({ deviceId }) => names.get(deviceId) ?? ''),
    NAMED,
  );
  if (ended) return wait(words.waiting(others.length), words.waitingSub(called));
  if (!worked) {
    if (counts.devices.length === 0) return withoutDevices(counts);
    return wait(words.watching(others.length), words.waitingSub(called));
  }
  const total = counts.devices.reduce((sum, { lastSeq }) => sum + lastSeq, 0);
  const [title, sub] =
    others.length > 0
      ? [words.mayEnd, words.mayEndSub(called)]
      : total > 0
        ? [words.whole(counts.devices.length), words.wholeSub(total)]
        : [words.nothing, words.nothingSub];
  return { ok: true, title, sub, act: 'end' };
}

/** No device ever took the list: the hand count alone is the figure. */
function withoutDevices({ handCount }: DoorCounts): Closing {
  if (handCount === null) return { ok: false, title: words.noDevices, sub: words.noDevicesSub, act: 'done' };
  return { ok: true, title: words.handOnly, sub: words.handOnlySub, act: 'done' };
}

/** It has not sent all it recorded, or not said that this is all: somebody may say why it cannot. */
export function mayExcuse(device: DeviceState): boolean {
  return !device.excused && (!device.ended || gapsOf(device) > 0);
}

/** How many of a device's records never arrived. */
export function gapsOf({ missing }: DeviceState): number {
  return missing.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** A device's sequence in order, as stretches that are there or not. */
export function stretchesOf({ missing, lastSeq }: DeviceState): { have: boolean; length: number }[] {
  const stretches: { have: boolean; length: number }[] = [];
  let next = 1;
  for (const [from, to] of missing) {
    if (from > next) stretches.push({ have: true, length: from - next });
    stretches.push({ have: false, length: to - from + 1 });
    next = to + 1;
  }
  if (next <= lastSeq) stretches.push({ have: true, length: lastSeq - next + 1 });
  return stretches;
}
