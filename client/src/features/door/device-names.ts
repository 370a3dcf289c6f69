import type { DeviceState, DoorCounts } from '@openday/shared/check-in';
import { doorCrew } from '@/lib/text/door-crew';

/** In an order that stays: a device keeps its number. */
export function devicesOf({ devices }: Pick<DoorCounts, 'devices'>): DeviceState[] {
  return [...devices].sort((a, b) => a.deviceId.localeCompare(b.deviceId));
}

/** What devices are called, by id: their door, numbered where several stand at one; without a name 2 号机. */
export function deviceNames(counts: Pick<DoorCounts, 'devices'>): Map<string, string> {
  const devices = devicesOf(counts);
  return new Map(
    devices.map(({ deviceId, name }, index) => {
      const same = devices.filter((each) => each.name === name);
      const nth = same.findIndex((each) => each.deviceId === deviceId) + 1;
      const called = same.length > 1 ? doorCrew.nth(name, nth) : name;
      return [deviceId, name ? called : doorCrew.phone(index + 1)];
    }),
  );
}
