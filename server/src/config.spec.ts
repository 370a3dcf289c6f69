import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from './config';

const key = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=';
const good = {
  NODE_ENV: 'production',
  JWT_SECRET: `${'k7#'.repeat(4)}a-long-random-secret-0123456789`,
  FIELD_KEYS: `1:${key}`,
  INDEX_KEY: key,
};
const beside = {
  WECHAT_APPID: 'wx00000000000000aa',
  WECHAT_SECRET: 'a-secret-of-thirty-two-letters-01',
  SMS_URL: 'https://sms.example/send',
  SMS_TOKEN: 'a-token-of-the-gateway',
};
const problems = (env: Record<string, string>): string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

test('A50 production starts with strong secrets', () => {
  expect(problems(good)).toEqual([]);
});

test.each([
  ['JWT_SECRET', ''],
  ['JWT_SECRET', 'short'],
  ['JWT_SECRET', 'a'.repeat(64)],
  ['FIELD_KEYS', ''],
  ['FIELD_KEYS', '1:dG9vIHNob3J0'],
  ['FIELD_KEYS', `1:${key},1:${key}`],
  ['INDEX_KEY', Buffer.alloc(32).toString('base64')],
  ['METRICS_TOKEN', 'guessed'],
  ['BACKUP_KEY', 'dG9vIHNob3J0'],
  ['PORT', 'eighty'],
  ['DATABASE_URL', 'postgres://somewhere/else'],
  ['WECHAT_SECRET', 'without an AppID'],
  ['SMS_A_DAY', 'many'],
])('A50 production refuses to start and names %s (%p)', (name, value) => {
  const found = problems({ ...good, ...beside, [name]: value });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(name);
});

test('A50 production refuses the demo', () => {
  expect(problems({ ...good, DEMO: '1' })[0]).toContain('DEMO');
});

test('elsewhere secrets are made once and kept with the data', () => {
  const env = { DATA_DIR: mkdtempSync(join(tmpdir(), 'openday-config-')) };
  expect(loadConfig(env).jwtSecret).toBe(loadConfig(env).jwtSecret);
});

test.each([
  ['https://{s}.tiles.example/{z}/{x}/{y}.png', 'https://*.tiles.example'],
  ['https://maps.example:8443/tile?x={x}&y={y}&z={z}', 'https://maps.example:8443'],
  ['tiles/{z}/{x}/{y}.png', null],
  ["https://a.example;script-src 'unsafe-inline'/{z}", null],
])('of the tiles’ address %s the pages may reach its host only', (address, host) => {
  const read = () => loadConfig({ ...good, MAP_TILES: address }).mapTiles;
  if (host) expect(read()).toBe(host);
  else expect(read).toThrow('MAP_TILES');
});
