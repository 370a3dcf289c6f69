// Where things are: the top level, the closed vocabulary of file kinds, names and sizes. Reads what git would keep.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

const TOP_LEVEL = new Set([
  ...['client', 'server', 'shared', 'docs', 'scripts', '.ci'],
  ...['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'tsconfig.base.json', '.gitignore'],
  ...['biome.json', 'knip.json', '.dependency-cruiser.cjs', 'jest.config.cjs'],
  ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'LICENSE'],
]);

const MODULES = new Set(
  (
    'auth accounts organizers venues programmes plans events quotas registrations check-in changes discovery ' +
    'suggestions questionnaires reports notifications wechat audit privacy me closing exports images topics webhooks messages sms attempts'
  ).split(' '),
);

const KINDS = 'module|controller|service|entity|dto|rules|presenter|queries|writer|reader|job|client|cli';
const MODULE_FILE = new RegExp(`^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)?\\.(${KINDS})(\\.spec)?\\.ts$`);

const CLIENT_SOURCE = new Set([
  'pages',
  'more',
  'voice',
  'staff',
  'organizer',
  'records',
  'editor',
  'district',
  'features',
  'components',
  'lib',
  'platform',
  'custom-tab-bar',
  'styles',
]);
const MAX_LINES = 220;
const MAX_LINES_EXEMPT = /(^|\/)migrations\/|\.d\.ts$|\.gen\.ts$/;
const VAGUE_NAME = /(^|[/._-])(utils?|helpers?|misc|common)([/._-]|$)/i;
/** Taro insists on this one name for its configuration. */
const INDEX_ALLOWED = new Set(['client/config/index.ts']);

/** A class by the sheet that styles it. */
const styledIn = new Map();

/** Each rule sees one file and says what is wrong with it, or nothing. */
const RULES = [
  function topLevel({ path }) {
    const first = path.split('/')[0];
    return TOP_LEVEL.has(first) ? undefined : `"${first}" does not belong at the top level`;
  },
  function moduleFile({ path }) {
    const [, module, ...rest] = /^server\/src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (!module) return undefined;
    if (!MODULES.has(module)) return `"${module}" is not one of the modules of docs/ARCHITECTURE.md`;
    const name = rest.join('/').split('/').at(-1);
    return MODULE_FILE.test(name) ? undefined : `a module holds only x.(${KINDS}).ts and specs`;
  },
  function clientFolder({ path }) {
    const [, folder] = /^client\/src\/([^/]+)\//.exec(path) ?? [];
    return !folder || CLIENT_SOURCE.has(folder) ? undefined : `client/src/${folder} is not one of the client's layers`;
  },
  function barrel({ path }) {
    return /(^|\/)index\.ts$/.test(path) && !INDEX_ALLOWED.has(path) ? 'index.ts: import the file itself' : undefined;
  },
  function vagueName({ path }) {
    return /^(client|server|shared|scripts)\//.test(path) && VAGUE_NAME.test(path)
      ? 'name the noun, not utils, helpers, common or misc'
      : undefined;
  },
  function tooLong({ path, text }) {
    if (!/\.(tsx?|mjs|cjs)$/.test(path) || MAX_LINES_EXEMPT.test(path)) return undefined;
    const lines = text().split('\n').length - 1;
    return lines > MAX_LINES ? `${lines} lines (at most ${MAX_LINES}): two ideas in one file?` : undefined;
  },
  function exactVersions({ path, text }) {
    if (!/(^|\/)package\.json$/.test(path)) return undefined;
    const { dependencies, devDependencies } = JSON.parse(text());
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, v]) => !/^(\d|workspace:)/.test(v),
    );
    return loose.length > 0 ? `not an exact version: ${loose.map((pair) => pair.join(' ')).join(', ')}` : undefined;
  },
  function clockInRules({ path, text }) {
    return /\.rules\.ts$/.test(path) && /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|\bdayjs\(\)/.test(text())
      ? 'rules are told the time, they do not read a clock'
      : undefined;
  },
  function styledElsewhere({ path, text }) {
    if (!/^client\/src\/.*\.scss$/.test(path)) return undefined;
    const classes = [...text().matchAll(/^\.([\w-]+) \{$/gm)].map(([, name]) => name);
    for (const name of classes) if (!styledIn.has(name)) styledIn.set(name, path);
    const twice = classes.filter((name) => styledIn.get(name) !== path);
    return twice.length > 0
      ? `another sheet styles ${twice.map((name) => `.${name} (${styledIn.get(name)})`).join(', ')}, and the web keeps the sheets of pages one has left`
      : undefined;
  },
  function requestOutsideApi({ path, text }) {
    if (!/^client\/src\/.*\.tsx?$/.test(path) || /^client\/src\/lib\/api(\.[a-z0-9]+)?\.ts$/.test(path))
      return undefined;
    if (/\.spec\.tsx?$/.test(path)) return undefined;
    // fetch itself is biome's to deny: it knows a global from a parameter of that name.
    return /\bTaro\.(request|uploadFile|downloadFile)\b/.test(text())
      ? 'only client/src/lib/api.ts makes requests'
      : undefined;
  },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path && existsSync(join(ROOT, path)));

const findings = files.flatMap((path) => {
  let content;
  const text = () => {
    content ??= readFileSync(join(ROOT, path), 'utf8');
    return content;
  };
  return RULES.map((rule) => rule({ path, text }))
    .filter(Boolean)
    .map((said) => `${path}: ${said}`);
});

for (const finding of findings) console.error(finding);
console.info(`${files.length} files, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
