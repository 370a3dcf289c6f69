import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from './support/app';

test('every job with an interval or an hour is run by the server’s clock', async () => {
  const source = join(__dirname, '../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const text = files.map((name) => readFileSync(join(source, name), 'utf8')).join('\n');
  const marked = text.match(/^ {2}@(Interval|Cron)\(/gm) ?? [];
  expect(marked.length).toBeGreaterThan(20);
  const { jobs, stop } = await startApp();
  await stop();
  expect(jobs).toBe(marked.length);
});
