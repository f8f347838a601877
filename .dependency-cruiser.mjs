// The import table of docs/architecture.md. Types count as imports. tools/checks/planted-imports.ts breaks every rule
// once and sees it refused; a new rule gets its line there.

const tests = '\\.(test|testing)\\.tsx?$';
/** @param {string} name */
const inPackage = (name) => `^packages/${name}/`;
/** @param {string[]} names */
const otherThan = (...names) => `^packages/(?!(?:${names.join('|')})/)`;

/**
 * One row of the table: what a package may import beside itself.
 * @param {string} name
 * @param {string[]} allowed
 * @param {string} comment
 */
const row = (name, allowed, comment) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment,
  from: { path: inPackage(name) },
  to: { path: otherThan(name, ...allowed) },
});

const table = [
  row('kit', [], 'kit knows no word of our trade: it imports none of our packages.'),
  row('contract', ['kit'], 'What crosses the wire knows neither the domain nor who speaks it: only kit.'),
  row(
    'simulator',
    ['kit'],
    "The simulator knows Microsoft's documents, never our reading of them: only kit.",
  ),
  row('domain', ['kit'], 'The domain decides and does not do: it imports only kit.'),
  row(
    'graph',
    ['kit', 'domain'],
    'Graph code gives facts and takes effects: it imports only kit and domain.',
  ),
  row(
    'store',
    ['kit', 'domain'],
    "The store keeps the domain's state and events: it imports only kit and domain.",
  ),
  row(
    'search',
    ['kit'],
    'The search finds documents in words of its own and knows neither people nor where they come from: only kit.',
  ),
  row(
    'server',
    ['kit', 'contract', 'domain', 'graph', 'store', 'search', 'simulator'],
    'The server knows no console and no CLI: they speak to it.',
  ),
  row('console', ['kit', 'contract'], 'The console knows the server by the contract alone.'),
  row('cli', ['kit', 'contract'], 'The CLI knows the server by the contract alone.'),
  {
    name: 'only-the-server-decides',
    severity: 'error',
    comment:
      "Graph and store take the domain's words: facts, effects, events, ids. What decides is called by the server.",
    from: { path: '^packages/(graph|store)/', pathNot: tests },
    to: { path: '^packages/domain/.+/(decide|evolve)[^/]*\\.ts$' },
  },
  {
    name: 'simulator-only-in-dev',
    severity: 'error',
    comment: 'The server reaches the simulator by base URLs, as it reaches Microsoft; only dev.ts starts it.',
    from: { path: inPackage('server'), pathNot: '^packages/server/dev\\.ts$' },
    to: { path: inPackage('simulator') },
  },
];

/** Folders of `packages/server` and the folders that each must not import. */
const serverRanks = {
  ingest: ['http', 'jobs', 'publish', 'act'],
  http: ['ingest', 'jobs', 'publish', 'act'],
  jobs: ['ingest', 'http', 'publish', 'act'],
  handle: ['ingest', 'http', 'jobs', 'publish', 'act'],
  publish: ['ingest', 'http', 'jobs', 'handle', 'act'],
  act: ['ingest', 'http', 'jobs', 'handle', 'publish'],
  people: ['ingest', 'http', 'jobs', 'handle', 'publish', 'act'],
  policies: ['ingest', 'http', 'jobs', 'handle', 'people', 'publish', 'act'],
};

const insideServer = Object.entries(serverRanks).map(([folder, others]) => ({
  name: `server-${folder}`,
  severity: 'error',
  comment:
    'Inside the server: ingest, http and jobs call handle; publish and act read the store; handle and publish find people through people; none imports another of its rank.',
  from: { path: `^packages/server/${folder}/` },
  to: { path: `^packages/server/(${others.join('|')})/` },
}));

/**
 * @param {string} from
 * @param {string[]} to
 * @param {string} comment
 */
const consoleFolder = (from, to, comment) => ({
  name: `console-${from}`,
  severity: 'error',
  comment,
  from: { path: `^packages/console/${from}/` },
  to: { path: `^packages/console/(${to.join('|')})/` },
});

const insideConsole = [
  consoleFolder(
    'connection',
    ['state', 'features', 'app', 'design'],
    'The connection hands messages up and knows nobody above it.',
  ),
  consoleFolder(
    'state',
    ['features', 'app', 'design'],
    'State is below every screen: it imports the connection only.',
  ),
  consoleFolder(
    'machine',
    ['state', 'features', 'app', 'design'],
    'The machine offers sound, notices and headsets, and does not know what for.',
  ),
  consoleFolder('features', ['app'], 'A feature is used by app and does not know it.'),
  consoleFolder(
    'design',
    ['connection', 'state', 'features', 'app'],
    'Design is below all: it shows what it is given.',
  ),
  {
    name: 'console-features-apart',
    severity: 'error',
    comment: 'Features never import each other: what two share belongs into state or design.',
    from: { path: '^packages/console/features/([^/]+)/' },
    to: { path: '^packages/console/features/', pathNot: '^packages/console/features/$1/' },
  },
  {
    name: 'console-state-without-react',
    severity: 'error',
    comment: 'Connection and state are tested in virtual time, without React or Fluent UI.',
    from: { path: '^packages/console/(connection|state)/', pathNot: tests },
    to: { path: '(^|/)node_modules/(react|react-dom|@fluentui|@tanstack/react-[^/]+)(/|$)' },
  },
];

const everywhere = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'A cycle, even of types, means that two files are one: move what both need below both.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-platform',
    severity: 'error',
    comment: 'kit, contract and domain run anywhere: what they need of the platform is an argument.',
    from: { path: '^packages/(kit|contract|domain)/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-packages-in-the-pure',
    severity: 'error',
    comment: 'kit and domain stand on the language alone.',
    from: { path: '^packages/(kit|domain)/', pathNot: tests },
    to: { path: '(^|/)node_modules/' },
  },
  {
    name: 'no-node-in-the-browser',
    severity: 'error',
    comment: 'The console runs in a browser, which has no modules of Node.',
    from: { path: inPackage('console'), pathNot: [tests, '^packages/console/vite\\.config\\.ts$'] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'tests-stay-out-of-the-product',
    severity: 'error',
    comment: 'What runs in production imports no test code.',
    from: { path: '^packages/', pathNot: [tests, '/testing/'] },
    to: { path: [tests, '^packages/[^/]+/testing/'] },
  },
  {
    name: 'product-knows-no-workshop',
    severity: 'error',
    comment: 'test, bench and tools look at the packages, never the other way round.',
    from: { path: '^packages/' },
    to: { path: '^(test|bench|tools)/' },
  },
  {
    name: 'no-dev-packages-in-the-product',
    severity: 'error',
    comment: 'A package used in production is a dependency of its workspace, so that an installation has it.',
    from: { path: '^packages/', pathNot: [tests, '/testing/', '\\.config\\.ts$'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'Every import leads somewhere.',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...table, ...insideServer, ...insideConsole, ...everywhere],
  options: {
    // TypeScript 7 has no JavaScript API: without this parser no .ts file is read, and nothing is found wrong.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|artifacts|coverage)/|\\.gen\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
