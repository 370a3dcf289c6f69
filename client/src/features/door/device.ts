import { readStored, store } from '@/lib/stored';
import { deviceName } from '@/platform/fact-storage';

let known: string | null = null;

/** Reads this device's own name, made once: the time and 31 random bits. Throws where the phone has no room for it. */
export async function openDevice(): Promise<void> {
  known = await deviceName(() => `d${Date.now().toString(36)}${random(6)}`);
}

/** This device at the door, the same for ever. Throws before the door's storage was opened. */
export function deviceId(): string {
  if (known === null) throw new Error('the device’s own name is not known');
  return known;
}

/** What people call this door: 东门; null until somebody said. */
export function doorName(): string | null {
  return readStored('doorName');
}

/** Throws where the phone has no room for it. */
export function setDoorName(name: string): void {
  store('doorName', name);
}

/** An id no other fact has, on this device or another; at most 40 characters. */
export function newFactId(): string {
  return `${deviceId()}-${Date.now().toString(36)}${random(10)}`;
}

function random(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}
