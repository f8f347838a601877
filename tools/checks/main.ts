import path from 'node:path';
import { allChecks } from './all-checks.ts';
import type { Check } from './check.ts';

const root = path.join(import.meta.dirname, '..', '..');

process.exitCode = await main(process.argv.slice(2));

/** Runs the checks of the given names, else all; each failing one is named, and all run even if one fails. */
async function main(wanted: readonly string[]): Promise<number> {
  const all = allChecks(root);
  const unknown = wanted.filter((name) => !all.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no check "${unknown.join('", "')}". There are: ${all.map(({ name }) => name).join(', ')}.`,
    );
    return 2;
  }
  const failed: string[] = [];
  const chosen = wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name));
  for (const check of chosen) {
    if (!(await report(check))) failed.push(check.name);
  }
  const passed = chosen.length - failed.length;
  console.log(
    failed.length === 0
      ? `\nAll ${passed} checks passed.`
      : `\n${passed} checks passed, ${failed.length} failed: ${failed.join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function report(check: Check): Promise<boolean> {
  const started = performance.now();
  const { problems, seen } = await check.run().catch((error: unknown) => ({
    problems: [
      `the check itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ],
    seen: 'nothing',
  }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = problems.length === 0 ? 'ok    ' : 'FAILED';
  console.log(`${verdict}  ${check.name.padEnd(12)} ${seconds.padStart(5)} s  ${seen}`);
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, '        '));
  return problems.length === 0;
}
