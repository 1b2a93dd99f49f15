// Which way imports may go: the rules of ARCHITECTURE.md, checked by `pnpm check`. Types count as imports too.

/** Rooms of the server that are parts of the machine; every other folder of server/src is a domain room. */
const machine = 'realtime|reading|storage|threads|bus|http|cli';
/** What a port has behind it. */
const adapter = '^server/src/(storage/(sqlite|postgres|memory)/|bus/(local|redis)|reading/)';
const test = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'shared-imports-nobody',
      comment: 'shared is pure: it knows none of the packages built on it.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|client|tests|scripts)/' },
    },
    {
      name: 'shared-runs-anywhere',
      comment: 'shared runs in a browser and on the server: no Node modules.',
      severity: 'error',
      from: { path: '^shared/src', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-never-meets-server',
      comment: 'They meet in shared contracts and on the wire.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|tests|scripts)/' },
    },
    {
      name: 'server-never-meets-client',
      comment: 'They meet in shared contracts and on the wire.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|tests|scripts)/' },
    },
    {
      name: 'realtime-knows-no-domain-room',
      comment: 'What the engine needs of the house it says as a port in realtime/ports.ts.',
      severity: 'error',
      from: { path: '^server/src/realtime/', pathNot: test },
      to: { path: '^server/src/', pathNot: '^server/src/(realtime/|storage/[^/]+$|bus/[^/]+$)' },
    },
    {
      name: 'only-app-names-an-adapter',
      comment: 'Ports meet their adapters in app.ts, open-store.ts and open-nodes.ts (and in the command line).',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `^server/src/(app\\.ts|open-(?:store|nodes)\\.ts|cli/|storage/(sqlite|postgres|memory)/|bus/(local|redis)|reading/)|${test}` },
      to: { path: adapter },
    },
    {
      name: 'domain-rooms-are-strangers',
      comment: 'What one room needs of another it receives as a port.',
      severity: 'error',
      from: { path: `^server/src/(?!(?:${machine})/)([^/]+)/`, pathNot: test },
      to: { path: `^server/src/(?!(?:${machine})/)[^/]+/`, pathNot: '^server/src/$1/' },
    },
    {
      name: 'machine-knows-no-domain-room',
      comment: 'Storage, bus, reading and http serve every room and know none.',
      severity: 'error',
      from: { path: '^server/src/(storage|threads|bus|reading|http)/', pathNot: test },
      to: { path: `^server/src/(?!(?:${machine})/)[^/]+/` },
    },
    {
      name: 'nobody-imports-app',
      comment: 'app.ts joins the parts; main.ts and the command line run it.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `^server/src/(main\\.ts|cli/)|${test}` },
      to: { path: '^server/src/(app|main)\\.ts$' },
    },
    { name: 'no-cycles', comment: 'Types included.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-barrels',
      comment: 'A file is imported where it stands; nothing is exported twice.',
      severity: 'error',
      from: { path: '^(shared|server|client)/src' },
      to: { dependencyTypes: ['export'], path: '^(shared|server|client)/src' },
    },
    {
      name: 'no-index-files',
      comment: 'A file is called after its main export.',
      severity: 'error',
      from: {},
      to: { path: '^(shared|server|client)/src/.*/index[.]tsx?$' },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What runs for people never imports a test.',
      severity: 'error',
      from: { path: '^(shared|server|client)/src', pathNot: test },
      to: { path: `^tests/|${test}` },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere. The peers of the benchmark have packages of their own, which only it installs.',
      severity: 'error',
      from: { pathNot: '^tests/bench/peers/.*[.]mjs$' },
      to: { couldNotResolve: true, pathNot: '[.]css|^virtual:|[?](url|worker|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|dist-\\d+)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
