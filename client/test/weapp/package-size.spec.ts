import { resolve } from 'node:path';
import { Bundle } from './host/bundle';

const KB = 1000;

test('A48 the main package is at most 500 kB, and no package is above WeChat’s 2 MB', () => {
  const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
  const sizes = Object.fromEntries(['', ...bundle.roots].map((root) => [root || 'main', bundle.bytes(root) / KB]));
  process.stdout.write(`kB: ${JSON.stringify(sizes)}\n`);
  expect(sizes.main).toBeLessThanOrEqual(500);
  expect(Math.max(...Object.values(sizes))).toBeLessThanOrEqual(2 * 1024);
});
