// The house map of the README as rules: a room may import itself and the rooms named here, so every
// arrow goes down. A new room or arrow is a decision, made here.
const ROOMS = {
  app: [
    ...['components/screens', 'components/ui', 'lib/reports', 'lib/query', 'lib/contract'],
    ...['lib/api', 'lib/auth', 'lib/i18n', 'lib/env[.]ts', 'lib/store/serverPool[.]ts'],
  ],
  'components/screens': [
    ...['components/controls', 'components/charts', 'components/ui', 'lib/query', 'lib/view'],
    ...['lib/i18n', 'lib/contract', 'lib/bowtie'],
  ],
  'components/charts': ['components/ui', 'lib/view', 'lib/i18n', 'lib/contract', 'lib/bowtie'],
  'components/controls': ['components/ui', 'lib/view', 'lib/i18n', 'lib/contract', 'lib/bowtie'],
  'components/ui': ['lib/view', 'lib/i18n', 'lib/contract', 'lib/bowtie'],
  'lib/bowtie': [],
  'lib/contract': ['lib/bowtie'],
  'lib/view': ['lib/bowtie', 'lib/contract'],
  'lib/i18n': ['lib/contract'],
  'lib/query': ['lib/contract', 'lib/bowtie'],
  'lib/store': ['lib/bowtie', 'lib/contract', 'lib/env[.]ts'],
  'lib/reports': ['lib/store', 'lib/bowtie', 'lib/contract'],
  'lib/ingest': ['lib/store', 'lib/contract', 'lib/bowtie'],
  'lib/auth': ['lib/store', 'lib/contract'],
  'lib/paper': ['lib/view', 'lib/bowtie', 'lib/contract', 'lib/i18n'],
  'lib/api': [
    'lib/paper',
    'lib/i18n',
    'lib/reports',
    'lib/ingest',
    'lib/auth',
    'lib/store',
    'lib/contract',
    'lib/bowtie',
  ],
  'lib/jobs': ['lib/ingest', 'lib/store', 'lib/contract', 'lib/bowtie', 'lib/env[.]ts'],
  'lib/cli': [
    ...['lib/api', 'lib/jobs', 'lib/reports', 'lib/ingest', 'lib/auth', 'lib/store'],
    ...['lib/contract', 'lib/bowtie', 'lib/env[.]ts', 'prisma'],
  ],
  'lib/env[.]ts': [],
  prisma: ['lib/reports', 'lib/ingest', 'lib/store', 'lib/contract', 'lib/bowtie'],
};

const anyRoom = '^(app|components|lib|prisma|tests)/';

const roomRules = Object.entries(ROOMS).map(([room, below]) => ({
  name: `room-${room.replace('[.]', '.')}`,
  severity: 'error',
  comment: `${room} may import: ${below.join(', ') || 'nothing of the house'}`,
  from: { path: `^${room}(/|$)` },
  to: { path: anyRoom, pathNot: [room, ...below].map((name) => `^${name}(/|$)`) },
}));

/** Packages that only some rooms may touch; types are free. */
function onlyIn(name, packages, rooms) {
  return {
    name,
    severity: 'error',
    from: { path: '^(app|components|lib|prisma)/', pathNot: rooms.map((room) => `^${room}`) },
    to: {
      path: packages.map((each) => `^node_modules/${each}/`),
      dependencyTypesNot: ['type-only'],
    },
  };
}

export default {
  forbidden: [
    ...roomRules,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-lost-import',
      severity: 'error',
      from: { path: anyRoom },
      to: { couldNotResolve: true, pathNot: '[.]css$' },
    },
    onlyIn('charts-draw', ['recharts', 'd3-[a-z]+'], ['components/charts']),
    onlyIn('store-asks', ['pg', 'sql-template-tag'], ['lib/store', 'lib/cli', 'lib/jobs']),
    onlyIn('api-serves', ['hono', '@hono/[a-z-]+'], ['lib/api', 'lib/cli/bench']),
    onlyIn(
      'next-is-the-shell',
      ['next'],
      ['app', 'components', 'lib/i18n', 'lib/cli/web[.]ts', 'lib/query', 'lib/reports/page'],
    ),
    {
      name: 'bowtie-is-pure',
      severity: 'error',
      from: { path: '^lib/bowtie/' },
      to: {
        path: ['^node_modules/', '^node:', '^[a-z_]+$'],
        pathNot: ['^node_modules/(decimal[.]js|temporal-polyfill|temporal-spec)/'],
      },
    },
    {
      name: 'contract-is-zod',
      severity: 'error',
      from: { path: '^lib/contract/' },
      to: {
        path: ['^node_modules/', '^node:'],
        pathNot: ['^node_modules/(zod|@hono/zod-openapi)/'],
      },
    },
    {
      name: 'view-is-pure',
      severity: 'error',
      from: { path: '^lib/view/' },
      to: { path: ['^node_modules/', '^node:'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^[.]next/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
