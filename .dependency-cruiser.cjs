// Who may import whom: docs/ARCHITECTURE.md says it in words, this holds it.

/** Server modules, from those that know nobody to those that know most: each may import the ones named, and theirs. */
const MODULES = {
  // What it writes is signed.
  audit: ['privacy'],
  privacy: [],
  notifications: [],
  changes: [],
  // The world outside, and how often it is asked.
  wechat: [],
  sms: [],
  attempts: [],
  organizers: [],
  venues: ['organizers'],
  quotas: [],
  accounts: ['organizers', 'attempts'],
  programmes: ['organizers', 'venues'],
  events: ['programmes', 'quotas', 'images', 'wechat'],
  registrations: ['events'],
  'check-in': ['registrations'],
  suggestions: ['events'],
  topics: ['suggestions', 'registrations'],
  questionnaires: ['suggestions', 'check-in'],
  images: ['organizers'],
  // What came of a session, gathered from those who recorded a part of it.
  closing: ['questionnaires', 'images'],
  webhooks: ['events'],
  reports: ['closing'],
  // Files of lists: it reads every desk's lists, and nobody knows it.
  exports: ['reports', 'suggestions', 'topics', 'plans', 'messages', 'webhooks', 'me'],
  discovery: ['closing'],
  plans: ['programmes', 'events', 'venues', 'organizers', 'quotas', 'registrations'],
  auth: ['accounts', 'attempts', 'wechat', 'sms'],
  // What people are told, of every noun: it sends, and nobody knows it but the file of its list.
  messages: ['registrations', 'suggestions', 'wechat', 'sms'],
  // One's own data, of every noun: it reads everybody's tables, and nobody knows it but the file of it.
  me: ['questionnaires', 'organizers'],
};

/** Any module may tell these, seal and open personal data, and ask who is signed in. */
const ANYONE_MAY = ['audit', 'changes', 'notifications', 'privacy', 'accounts'];
const TOLD_ONLY = ['audit', 'changes', 'notifications', 'privacy'];

function reach(module, seen = new Set()) {
  for (const next of MODULES[module] ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reach(next, seen);
  }
  return seen;
}

const moduleRules = Object.keys(MODULES).map((module) => {
  const allowed = new Set([module, ...reach(module), ...(TOLD_ONLY.includes(module) ? [] : ANYONE_MAY)]);
  return {
    name: `module-${module}`,
    comment: `${module} may know only: ${[...allowed].join(', ')}`,
    severity: 'error',
    // A command starts the whole application, as main.ts does.
    from: { path: `^server/src/modules/${module}/`, pathNot: '\\.cli\\.ts$' },
    to: { path: '^server/src/modules/', pathNot: `^server/src/modules/(${[...allowed].join('|')})/` },
  };
});

const LAYERS = [
  '(pages|more|voice|staff|organizer|records|editor|district)',
  'features',
  'components',
  'lib',
  'platform',
];

/** A layer may import those after it, and never one before it. */
const layerRules = LAYERS.slice(1).map((layer, i) => ({
  name: `client-${layer}`,
  comment: 'pages, more, voice, staff, the desk’s parts → features → components → lib → platform',
  severity: 'error',
  from: { path: `^client/src/${layer}/` },
  to: { path: `^client/src/(${LAYERS.slice(0, i + 1).join('|')})/` },
}));

const SERVER_FILE = '^server/(src|bench)/.*';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(client|server|scripts)/' },
    },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/(src|config)/' }, to: { path: '^server/' } },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    {
      name: 'source-not-test',
      severity: 'error',
      from: { path: '^(client|server|shared)/src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(client|server)/(test|bench)/|\\.spec\\.tsx?$' },
    },
    {
      name: 'audiences-apart',
      comment: 'pages, more, voice, staff and each part of the desk are separate packages of the mini program',
      severity: 'error',
      from: { path: '^client/src/(pages|more|voice|staff|organizer|records|editor|district)/' },
      to: {
        path: '^client/src/(pages|more|voice|staff|organizer|records|editor|district)/',
        pathNot: '^client/src/$1/',
      },
    },
    ...layerRules,
    {
      name: 'rules-are-pure',
      comment: 'rules know no framework, no database and nothing that does input or output',
      severity: 'error',
      from: { path: `${SERVER_FILE}\\.rules\\.ts$` },
      to: {
        path: '/(@nestjs|typeorm|mysql2|libsql|fastify)/|\\.(service|controller|writer|queries|module|job|client)\\.ts$',
      },
    },
    {
      name: 'presenters-are-pure',
      severity: 'error',
      from: { path: `${SERVER_FILE}\\.presenter\\.ts$` },
      to: { path: '/(@nestjs|mysql2|libsql|fastify)/|\\.(service|controller|writer|queries|module|job|client)\\.ts$' },
    },
    {
      name: 'controllers-call-services',
      severity: 'error',
      from: { path: `${SERVER_FILE}\\.controller\\.ts$` },
      to: { path: '\\.(entity|queries|presenter|rules|writer)\\.ts$' },
    },
    {
      name: 'nobody-calls-controllers',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '\\.module\\.ts$|\\.spec\\.ts$' },
      to: { path: '\\.controller\\.ts$' },
    },
    {
      name: 'entities-know-entities',
      severity: 'error',
      from: { path: `${SERVER_FILE}\\.entity\\.ts$` },
      to: { path: '\\.(service|controller|presenter|queries|writer|dto|module|job|client)\\.ts$' },
    },
    {
      name: 'http-knows-no-module',
      severity: 'error',
      from: { path: '^server/src/http/' },
      to: { path: '^server/src/(modules|demo)/' },
    },
    {
      name: 'database-knows-entities-only',
      severity: 'error',
      from: { path: '^server/src/database/' },
      to: { path: '^server/src/(modules|demo|http)/', pathNot: '\\.entity\\.ts$' },
    },
    {
      name: 'demo-is-last',
      comment: 'the demo may use everything, and nothing but the start needs it',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/(demo/|main\\.ts$|app\\.module\\.ts$)' },
      to: { path: '^server/src/demo/' },
    },
    ...moduleRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.grouped)/|\\.config\\.cjs$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    webpackConfig: { fileName: 'scripts/client-alias.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.h5.tsx', '.h5.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
