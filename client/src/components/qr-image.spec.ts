import { registrationCode } from '@openday/shared/check-in-code';
import decode from 'qr/decode.js';
import { qrBmp, qrModules } from './qr-image';

const CODE = registrationCode(
  {
    keyId: 1,
    sessionId: '7000000000000000001',
    registrationId: '7000000000000000002',
    kind: 'live',
    seats: 3,
    counter: 59_000_000,
  },
  new Uint8Array(32).fill(7),
);

test('a check-in code fits 29 modules at level M', () => {
  expect(CODE).toHaveLength(59);
  expect(qrModules(CODE)).toHaveLength(29);
});

test('the bitmap for old base libraries is the same code', () => {
  const bytes = Buffer.from(qrBmp(qrModules(CODE), 4, 8).split(',')[1] ?? '', 'base64');
  const [offset, side] = [bytes.readUInt32LE(10), bytes.readInt32LE(18)];
  const row = Math.ceil(side / 32) * 4;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = ((bytes[offset + (side - 1 - y) * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  expect(decode({ width: side, height: side, data })).toBe(CODE);
});
