import type { DeviceState } from '@openday/shared/check-in';
import { deviceNames } from './device-names';

const device = (deviceId: string, name: string): DeviceState => ({
  deviceId,
  name,
  operator: '小周',
  lastSeq: 0,
  missing: [],
  ended: false,
  lastAt: null,
  excused: null,
});

test('a device is called by its door, or by its number; two at one door are told apart', () => {
  const devices = [device('d3', '东门'), device('d1', '东门'), device('d2', ''), device('d4', '西门')];
  expect([...deviceNames({ devices })]).toEqual([
    ['d1', '东门（1）'],
    ['d2', '2 号机'],
    ['d3', '东门（2）'],
    ['d4', '西门'],
  ]);
});
