import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Storage } from './storage';

const folder = mkdtempSync(join(tmpdir(), 'openday-storage-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const aFile = () => join(folder, `${++files}.json`);
const open = (file: string) => new Storage(file).api(JSON.parse);
const ofBytes = (n: number) => 'x'.repeat(n);
const MB = 1024 * 1024;

test('what was stored is there at the next launch', () => {
  const file = aFile();
  open(file).setStorageSync('tickets', { a: [1, 2] });
  expect(open(file).getStorageSync('tickets')).toEqual({ a: [1, 2] });
  expect(open(file).getStorageSync('nothing')).toBe('');
});

test('a key holds 1 MB, the whole 10 MB, and what is refused changes nothing', () => {
  const storage = open(aFile());
  expect(() => storage.setStorageSync('big', ofBytes(MB))).toThrow('setStorageSync:fail');
  for (let n = 0; n < 10; n++) storage.setStorageSync(`key${n}`, ofBytes(MB - 100));
  expect(() => storage.setStorageSync('one more', ofBytes(2000))).toThrow(
    'setStorageSync:fail exceed storage max size 10Mb',
  );
  expect(storage.getStorageInfoSync()).toMatchObject({ limitSize: 10_240, keys: { length: 10 } });
  storage.removeStorageSync('key0');
  storage.setStorageSync('one more', ofBytes(2000));
});

test('what is encrypted takes 1.4 times the room, and is read only as such', async () => {
  const storage = open(aFile());
  const set = (bytes: number) => storage.setStorage({ key: 'a', data: ofBytes(bytes), encrypt: true });
  await expect(set(0.75 * MB)).rejects.toMatchObject({ errMsg: expect.stringContaining('setStorage:fail') });
  await set(0.7 * MB);
  await expect(storage.getStorage({ key: 'a', encrypt: true })).resolves.toMatchObject({ errMsg: 'getStorage:ok' });
  await expect(storage.getStorage({ key: 'a' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' });
});
