import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import type { Check } from './check.ts';
import { plantedImports, targets, targetText } from './planted-imports.ts';
import { runPackage } from './run-program.ts';

const configName = '.dependency-cruiser.mjs';

/** A run that sees fewer modules than this has read no TypeScript, and its silence means nothing. */
const fewestModules = 20;

const reportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
});
type Summary = z.infer<typeof reportSchema>['summary'];
type Violation = Summary['violations'][number];

/** Holds the sources against the import table, and the table against planted imports that it must refuse. */
export const checkImports = (root: string): Check => ({
  name: 'imports',
  async run() {
    const [summary, blind] = await Promise.all([cruise(root), blindRules(root)]);
    const reasons = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
    const problems = summary.violations.map(
      (violation) => `${describeViolation(violation)}\n    ${reasons.get(violation.rule.name) ?? ''}`,
    );
    if (summary.totalCruised < fewestModules) {
      problems.push(
        `only ${summary.totalCruised} modules were seen: the parser reads no TypeScript, so nothing was checked`,
      );
    }
    problems.push(
      ...blind.map((rule) => `rule ${rule} lets pass what it must refuse (tools/checks/planted-imports.ts)`),
    );
    const rules = summary.ruleSetUsed.forbidden.length;
    return { problems, seen: `${summary.totalCruised} modules, ${rules} rules, each seen to refuse` };
  },
});

function describeViolation({ from, to, rule, cycle }: Violation): string {
  const way = cycle === undefined ? [from, to] : [from, ...cycle.map(({ name }) => name)];
  return `${rule.name}: ${way.join(' → ')}`;
}

async function cruise(folder: string): Promise<Summary> {
  const places = ['packages', 'test', 'bench', 'tools'];
  const present = new Set(await readdir(folder));
  const run = await runPackage(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ['--config', configName, '--output-type', 'json', ...places.filter((place) => present.has(place))],
    folder,
  );
  try {
    return reportSchema.parse(JSON.parse(run.stdout)).summary;
  } catch (cause) {
    throw new Error(`dependency-cruiser gave no report: ${run.stderr}${run.stdout.slice(0, 500)}`, { cause });
  }
}

/** The rules that did not refuse the import planted for them in a copy of the workspace's skeleton. */
export async function blindRules(root: string): Promise<readonly string[]> {
  const copy = await mkdtemp(path.join(tmpdir(), 'switchboard-imports-'));
  try {
    await plant(root, copy);
    const { violations, ruleSetUsed } = await cruise(copy);
    const refused = new Set(violations.map(({ from, rule }) => `${rule.name} ${from}`));
    const blind = plantedImports
      .filter(({ rule, file }) => !refused.has(`${rule} ${file}`))
      .map(({ rule }) => rule);
    const planted = new Set(plantedImports.map(({ rule }) => rule));
    const unplanted = ruleSetUsed.forbidden.map(({ name }) => name).filter((name) => !planted.has(name));
    return [...blind, ...unplanted];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function plant(root: string, copy: string): Promise<void> {
  await cp(path.join(root, configName), path.join(copy, configName));
  await cp(path.join(root, 'package.json'), path.join(copy, 'package.json'));
  await mkdir(path.join(copy, 'node_modules', '@switchboard'), { recursive: true });
  for (const name of ['react', 'zod', 'fast-check']) {
    const link = path.join(copy, 'node_modules', name);
    await symlink(path.join(root, 'node_modules', name), link, 'junction');
  }
  for (const target of targets) {
    const folder = path.dirname(target);
    await write(copy, target, targetText);
    await cp(path.join(root, folder, 'package.json'), path.join(copy, folder, 'package.json'));
    const link = path.join(copy, 'node_modules', '@switchboard', path.basename(folder));
    await symlink(path.join(copy, folder), link, 'junction');
  }
  for (const { file, text, beside = {} } of plantedImports) {
    await write(copy, file, text);
    for (const [other, otherText] of Object.entries(beside)) await write(copy, other, otherText);
  }
}

async function write(folder: string, file: string, text: string): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}
