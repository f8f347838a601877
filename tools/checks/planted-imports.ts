/** One import that the rule of that name must refuse. */
export interface PlantedImport {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  /** Other files that must be there for it, with their text. */
  readonly beside?: Readonly<Record<string, string>>;
}

const value = 'export const planted = 1;\n';
const use = (from: string): string => `import { planted } from '${from}';\nexport const used = planted;\n`;
const useType = (from: string): string =>
  `import type { planted } from '${from}';\nexport type Used = typeof planted;\n`;

/** Every package has one file to be imported by the others. */
export const targets: readonly string[] = [
  'kit',
  'contract',
  'domain',
  'graph',
  'store',
  'search',
  'server',
  'console',
  'simulator',
  'cli',
].map((name) => `packages/${name}/planted.ts`);

export const targetText = value;

/** A type-only import counts like any other: half of the table is broken by types alone. */
const table: readonly PlantedImport[] = [
  { rule: 'kit-imports', file: 'packages/kit/a.ts', text: useType('@switchboard/domain/planted') },
  { rule: 'contract-imports', file: 'packages/contract/a.ts', text: useType('@switchboard/domain/planted') },
  { rule: 'simulator-imports', file: 'packages/simulator/a.ts', text: useType('@switchboard/graph/planted') },
  { rule: 'domain-imports', file: 'packages/domain/a.ts', text: use('@switchboard/contract/planted') },
  { rule: 'graph-imports', file: 'packages/graph/a.ts', text: useType('@switchboard/simulator/planted') },
  { rule: 'store-imports', file: 'packages/store/a.ts', text: use('@switchboard/contract/planted') },
  { rule: 'search-imports', file: 'packages/search/a.ts', text: useType('@switchboard/domain/planted') },
  { rule: 'server-imports', file: 'packages/server/a.ts', text: useType('@switchboard/console/planted') },
  { rule: 'console-imports', file: 'packages/console/a.ts', text: useType('@switchboard/domain/planted') },
  { rule: 'cli-imports', file: 'packages/cli/a.ts', text: use('../store/planted.ts') },
  {
    rule: 'only-the-server-decides',
    file: 'packages/store/b.ts',
    text: use('@switchboard/domain/call/decide'),
    beside: { 'packages/domain/call/decide.ts': value },
  },
  {
    rule: 'simulator-only-in-dev',
    file: 'packages/server/main.ts',
    text: useType('@switchboard/simulator/planted'),
  },
];

const inside = (folder: string, other: string, rule: string): PlantedImport => ({
  rule,
  file: `packages/${folder}/a.ts`,
  text: use(`../${other}/target.ts`),
  beside: { [`packages/${folder.split('/')[0] ?? ''}/${other}/target.ts`]: value },
});

const insideServer: readonly PlantedImport[] = [
  inside('server/ingest', 'http', 'server-ingest'),
  inside('server/http', 'act', 'server-http'),
  inside('server/jobs', 'ingest', 'server-jobs'),
  inside('server/handle', 'publish', 'server-handle'),
  inside('server/publish', 'handle', 'server-publish'),
  inside('server/act', 'publish', 'server-act'),
  inside('server/people', 'publish', 'server-people'),
  inside('server/policies', 'http', 'server-policies'),
];

const insideConsole: readonly PlantedImport[] = [
  inside('console/connection', 'state', 'console-connection'),
  inside('console/state', 'design', 'console-state'),
  inside('console/machine', 'state', 'console-machine'),
  {
    rule: 'console-features',
    file: 'packages/console/features/one/a.ts',
    text: use('../../app/target.ts'),
    beside: { 'packages/console/app/target.ts': value },
  },
  inside('console/design', 'state', 'console-design'),
  {
    rule: 'console-features-apart',
    file: 'packages/console/features/two/a.ts',
    text: useType('../three/target.ts'),
    beside: { 'packages/console/features/three/target.ts': value },
  },
  {
    rule: 'console-state-without-react',
    file: 'packages/console/state/b.ts',
    text: "import { useState } from 'react';\nexport const used = useState;\n",
  },
];

const everywhere: readonly PlantedImport[] = [
  {
    rule: 'no-cycles',
    file: 'packages/kit/one.ts',
    text: "import type { Other } from './other.ts';\nexport interface One { readonly other?: Other }\n",
    beside: {
      'packages/kit/other.ts':
        "import type { One } from './one.ts';\nexport interface Other { readonly one?: One }\n",
    },
  },
  {
    rule: 'no-platform',
    file: 'packages/domain/c.ts',
    text: "import { randomUUID } from 'node:crypto';\nexport const used = randomUUID;\n",
  },
  {
    rule: 'no-packages-in-the-pure',
    file: 'packages/domain/d.ts',
    text: "import type { ZodType } from 'zod';\nexport type Used = ZodType;\n",
  },
  {
    rule: 'no-node-in-the-browser',
    file: 'packages/console/c.ts',
    text: "import path from 'node:path';\nexport const used = path;\n",
  },
  {
    rule: 'tests-stay-out-of-the-product',
    file: 'packages/store/c.ts',
    text: use('./testing/target.ts'),
    beside: { 'packages/store/testing/target.ts': value },
  },
  {
    rule: 'product-knows-no-workshop',
    file: 'packages/server/c.ts',
    text: use('../../tools/target.ts'),
    beside: { 'tools/target.ts': value },
  },
  {
    rule: 'no-dev-packages-in-the-product',
    file: 'packages/server/d.ts',
    text: "import fc from 'fast-check';\nexport const used = fc;\n",
  },
  { rule: 'resolvable', file: 'packages/server/e.ts', text: use('./nowhere.ts') },
];

/** At least one for each rule of `.dependency-cruiser.mjs`. */
export const plantedImports: readonly PlantedImport[] = [
  ...table,
  ...insideServer,
  ...insideConsole,
  ...everywhere,
];
