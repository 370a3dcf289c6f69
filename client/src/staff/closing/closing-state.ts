import type { DeviceState, DoorCounts } from '@openday/shared/check-in';
import { isEnded, isWaiting } from '@/features/door/journal';
import type { DoorRecord } from '@/lib/stored';
import { closing as words } from '@/lib/text/closing';

export interface Closing {
  ok: boolean;
  title: string;
  sub: string;
  /** end: it may be ended · check: something is still to come · done: nothing more to do here. */
  act: 'end' | 'check' | 'done';
}

/** How the closing stands on the device `own`: who has to do what before the numbers are whole. */
export function closingOf(counts: DoorCounts | null, records: DoorRecord[], online: boolean, own: string): Closing {
  const wait = (title: string, sub: string): Closing => ({ ok: false, title, sub, act: 'check' });
  if (!counts || !online) return wait(words.offline, words.offlineSub);
  const waiting = records.filter(isWaiting).length;
  if (waiting > 0) return wait(words.mine(waiting), words.mineSub);
  const mine = counts.devices.find(({ deviceId }) => deviceId === own);
  if (!mine?.excused && records.some(({ rejected }) => rejected)) return wait(words.mineAside, words.mineAsideSub);
  const devices = devicesOf(counts);
  const lacking = devices.findIndex(({ missing, excused }) => missing.length > 0 && !excused);
  const device = devices[lacking];
  if (device) {
    const gaps = devices.reduce((sum, each) => sum + (each.excused ? 0 : gapsOf(each)), 0);
    return wait(words.missing(gaps), words.ask(device.operator, phoneName(device, lacking + 1)));
  }
  if (counts.final) return { ok: true, title: words.done, sub: words.doneSub, act: 'done' };
  const open = devices.filter(({ ended, excused }) => !ended && !excused).length;
  if (isEnded(records)) return wait(words.waiting(open), words.waitingSub);
  const total = counts.devices.reduce((sum, { lastSeq }) => sum + lastSeq, 0);
  const [title, sub] =
    total > 0 ? [words.whole(counts.devices.length), words.wholeSub(total)] : [words.nothing, words.nothingSub];
  return { ok: true, title, sub, act: 'end' };
}

/** In an order that stays: a device keeps its number. */
export function devicesOf({ devices }: DoorCounts): DeviceState[] {
  return [...devices].sort((a, b) => a.deviceId.localeCompare(b.deviceId));
}

/** What a device is called: its door, or its number here. */
export function phoneName({ name }: DeviceState, number: number): string {
  return name || words.phone(number);
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
