import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { readTemplates, type Template } from './templates';

/** Everything the server reads from its environment, checked once at start. */
export class Config {
  production: boolean;
  demo: boolean;
  host: string;
  port: number;
  https: boolean;
  /** `mysql://user:password@host:port/database`; null = the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** Connections to it. */
  databasePool: number;
  dataDir: string;
  /** Folder of the built H5 pages; null = API only. */
  h5Dir: string | null;
  /** Where the pages may fetch map tiles from, e.g. `https://*.tiles.example`; null = the map draws none. */
  mapTiles: string | null;
  jwtSecret: string;
  /** AES-256 keys by id; the last one seals, all of them open. */
  fieldKeys: { id: number; key: Buffer }[];
  /** Key the blind index and the hashes of request bodies: the last one; those before it know tokens and pseudonyms of their time. */
  indexKeys: Buffer[];
  /** Who may read `/metrics`; null = nobody. */
  metricsToken: string | null;
  /** Seals backups; null = none are made. */
  backupKey: Buffer | null;
  /** Where they are, so that their age is told; null = nobody is. */
  backupDir: string | null;
  /** How long a server that was told to stop still answers, for balancers to notice. */
  drainMs: number;
  logLevel: string;
  /** Requests of an account, and of the address of who is not signed in, that a replica serves in a minute. */
  accountLimit: number;
  addressLimit: number;
  /** Addresses of the proxies in front, whose X-Forwarded-For is believed; null = nobody's is. */
  trustProxy: string | null;
  /** Days a unit has to answer what a resident says. */
  answerDays: number;
  /** The mini program; null = none. */
  wechat: { appId: string; secret: string; api: string; version: WechatVersion; timeoutMs: number } | null;
  /** The gateway that sends SMS; null = none. */
  sms: { url: string; token: string; mostADay: number } | null;
  /** Templates of WeChat's subscription messages; a topic without one is not sent by WeChat. */
  templates: Template[];
  /** Messages wait for the morning; false only in tests, which run at night too. */
  quietHours: boolean;
  /** Units' sites may be told at this machine and without TLS: for tests. */
  webhooksLocal: boolean;
}

type WechatVersion = 'release' | 'trial' | 'develop';

/** Refuses to start: lists every setting that is missing or weak, by name. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`Cannot start:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
  }
}

type Env = Record<string, string | undefined>;

const SECRETS = {
  JWT_SECRET: 'at least 32 characters, e.g. from `openssl rand -base64 48`',
  FIELD_KEYS: '`1:BASE64` with a 32-byte key, comma-separated when rotated, e.g. `1:$(openssl rand -base64 32)`',
  INDEX_KEY: 'a base64 32-byte key, e.g. from `openssl rand -base64 32`; comma-separated when changed, the newest last',
} as const;

/**
 * Reads the environment. In production every secret must be given; otherwise missing ones are made once and kept
 * in `DATA_DIR/secrets.json` (0600). Throws ConfigError.
 */
export function loadConfig(env: Env): Config {
  const problems: string[] = [];
  const production = env.NODE_ENV === 'production';
  const demo = env.DEMO === '1';
  if (production && demo) problems.push('DEMO=1 lets anybody sign in: unset it when NODE_ENV=production');
  const dataDir = resolve(env.DATA_DIR ?? 'data');
  const secrets: Env = production ? env : { ...keptSecrets(dataDir), ...env };
  const jwtSecret = secrets.JWT_SECRET ?? '';
  if (jwtSecret.length < 32 || new Set(jwtSecret).size < 8) problems.push(`JWT_SECRET: ${SECRETS.JWT_SECRET}`);
  const fieldKeys = parseFieldKeys(secrets.FIELD_KEYS ?? '');
  if (!fieldKeys) problems.push(`FIELD_KEYS: ${SECRETS.FIELD_KEYS}`);
  const indexKeys = (secrets.INDEX_KEY ?? '').split(',').map((key) => Buffer.from(key, 'base64'));
  if (!indexKeys.every(isStrongKey)) problems.push(`INDEX_KEY: ${SECRETS.INDEX_KEY}`);
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) problems.push('PORT: a number from 0 to 65535');
  const databaseUrl = env.DATABASE_URL ?? null;
  if (databaseUrl && !/^(mysql|mariadb):\/\/.+\/.+/.test(databaseUrl))
    problems.push('DATABASE_URL: mysql://user:password@host:3306/database');
  const databasePool = Number(env.DATABASE_POOL ?? 10);
  if (!Number.isInteger(databasePool) || databasePool < 2) problems.push('DATABASE_POOL: connections, at least 2');
  const metricsToken = env.METRICS_TOKEN || null;
  if (metricsToken && metricsToken.length < 16) problems.push('METRICS_TOKEN: at least 16 characters');
  const backupKey = env.BACKUP_KEY ? Buffer.from(env.BACKUP_KEY, 'base64') : null;
  if (backupKey && !isStrongKey(backupKey)) problems.push('BACKUP_KEY: 32 bytes, `openssl rand -base64 32`');
  const drain = Number(env.DRAIN_SECONDS ?? (production ? 10 : 0));
  if (!(drain >= 0 && drain <= 300)) problems.push('DRAIN_SECONDS: 0 to 300');
  const accountLimit = Number(env.ACCOUNT_LIMIT ?? 1_200);
  const addressLimit = Number(env.ADDRESS_LIMIT ?? 12_000);
  for (const [name, limit] of Object.entries({ ACCOUNT_LIMIT: accountLimit, ADDRESS_LIMIT: addressLimit }))
    if (!Number.isInteger(limit) || limit < 1) problems.push(`${name}: requests a minute, at least 1`);
  const trustProxy = env.TRUST_PROXY || null;
  if (trustProxy && !trustProxy.split(',').every(isAddress))
    problems.push('TRUST_PROXY: addresses of the proxies in front, e.g. 10.0.0.5 or 10.0.0.0/24, comma-separated');
  const answerDays = Number(env.ANSWER_DAYS ?? 15);
  if (!Number.isInteger(answerDays) || answerDays < 1 || answerDays > 90)
    problems.push('ANSWER_DAYS: days a unit has to answer, 1 to 90');
  const mapTiles = env.MAP_TILES ? tileHost(env.MAP_TILES) : null;
  if (env.MAP_TILES && !mapTiles)
    problems.push('MAP_TILES: https://host/{z}/{x}/{y}.png, as the pages were built with');
  const wechat = readWechat(env, problems);
  const sms = readSms(env, problems);
  const templates = readTemplates(env, problems);
  if (production && env.WEBHOOKS_LOCAL === '1')
    problems.push('WEBHOOKS_LOCAL=1 lets units reach this machine: unset it when NODE_ENV=production');
  if (production && env.QUIET_HOURS === 'off')
    problems.push('QUIET_HOURS=off wakes people at night: unset it when NODE_ENV=production');
  if (problems.length) throw new ConfigError(problems);
  return {
    production,
    demo,
    host: env.HOST ?? '0.0.0.0',
    port,
    https: env.HTTPS === '1',
    databaseUrl,
    databasePool,
    dataDir,
    h5Dir: env.H5_DIR ? resolve(env.H5_DIR) : null,
    mapTiles,
    jwtSecret,
    fieldKeys: fieldKeys ?? [],
    indexKeys,
    metricsToken,
    backupKey,
    backupDir: env.BACKUP_DIR || null,
    drainMs: drain * 1000,
    logLevel: env.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    accountLimit,
    addressLimit,
    trustProxy,
    answerDays,
    wechat,
    sms,
    templates,
    quietHours: env.QUIET_HOURS !== 'off',
    webhooksLocal: env.WEBHOOKS_LOCAL === '1',
  };
}

function readWechat(env: Env, problems: string[]): Config['wechat'] {
  const { WECHAT_APPID: appId = '', WECHAT_SECRET: secret = '', WECHAT_VERSION: version = 'release' } = env;
  const api = env.WECHAT_API ?? 'https://api.weixin.qq.com';
  if (!appId && !secret) return null;
  if (!/^wx[0-9a-f]{16}$/.test(appId)) problems.push('WECHAT_APPID: wx and 16 hex digits, from mp.weixin.qq.com');
  if (secret.length < 32) problems.push('WECHAT_SECRET: the AppSecret of the mini program, 32 characters');
  if (!/^https?:\/\/[^/\s]+$/.test(api)) problems.push('WECHAT_API: https://host, without a path');
  const timeoutMs = Number(env.WECHAT_TIMEOUT_MS ?? 5_000);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 100 || timeoutMs > 60_000)
    problems.push('WECHAT_TIMEOUT_MS: milliseconds to wait for an answer, 100 to 60000');
  if (version !== 'release' && version !== 'trial' && version !== 'develop') {
    problems.push('WECHAT_VERSION: release, trial or develop: which version mini codes open');
    return null;
  }
  return { appId, secret, api, version, timeoutMs };
}

function readSms(env: Env, problems: string[]): Config['sms'] {
  const { SMS_URL: url, SMS_TOKEN: token = '' } = env;
  if (!url) return null;
  const mostADay = Number(env.SMS_A_DAY ?? 20_000);
  if (!/^https?:\/\/\S+$/.test(url)) problems.push('SMS_URL: https://…, where the gateway takes a message');
  if (token.length < 16) problems.push('SMS_TOKEN: what the gateway knows this server by, at least 16 characters');
  if (!Number.isInteger(mostADay) || mostADay < 1) problems.push('SMS_A_DAY: most messages a day, a number');
  return { url, token, mostADay };
}

/** `10.0.0.5`, `10.0.0.0/24`, `fd00::/8`. */
function isAddress(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const version = isIP(address);
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128));
}

/** The host of a tile address, `{s}` as any name before it; null where it is no address. */
function tileHost(address: string): string | null {
  const host = /^https?:\/\/[^/\s;,']+(?=\/)/.exec(address.replace('{s}', '*'))?.[0];
  return host && address.includes('{z}') ? host : null;
}

function parseFieldKeys(text: string): Config['fieldKeys'] | null {
  const keys = text.split(',').map((part) => {
    const [id, key = ''] = part.split(/:(.*)/s);
    return { id: Number(id), key: Buffer.from(key, 'base64') };
  });
  const sound = keys.every(({ id, key }) => Number.isInteger(id) && id > 0 && id < 256 && isStrongKey(key));
  return sound && new Set(keys.map((k) => k.id)).size === keys.length ? keys : null;
}

function isStrongKey(key: Buffer): boolean {
  return key.length === 32 && new Set(key).size >= 8;
}

function keptSecrets(dataDir: string): Env {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const made = {
      JWT_SECRET: randomBytes(48).toString('base64'),
      FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
      INDEX_KEY: randomBytes(32).toString('base64'),
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Env;
}
