import { readStored, store } from '@/lib/stored';

/** This device's own name, made once: the time and 31 random bits. Throws where the phone has no room for it. */
export function deviceId(): string {
  const known = readStored('doorDevice');
  if (known) return known;
  const made = `d${Date.now().toString(36)}${random(6)}`;
  store('doorDevice', made);
  return made;
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
