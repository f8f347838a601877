import type { Check } from './check.ts';
import { findClockProblems } from './check-clock.ts';
import { findCommentProblems } from './check-comments.ts';
import { findEnvironmentProblems } from './check-environment.ts';
import { checkImports } from './check-imports.ts';
import { findLicenceProblems } from './check-licences.ts';
import { findLinkProblems } from './check-links.ts';
import { findNameProblems } from './check-names.ts';
import { findSecretProblems } from './check-secrets.ts';
import { findSizeProblems } from './check-sizes.ts';
import { checkTypes } from './check-types.ts';
import { findZodProblems } from './check-zod-imports.ts';
import { complaints, runPackage } from './run-program.ts';
import { readRepository, type SourceFile } from './source-files.ts';

/** All checks, in the order in which they run. */
export function allChecks(root: string): readonly Check[] {
  const files = once(() => readRepository(root));
  const ofFiles = (name: string, find: (all: readonly SourceFile[]) => readonly string[]): Check => ({
    name,
    async run() {
      const all = await files();
      return { problems: find(all), seen: `${all.length} files` };
    },
  });
  const program = (name: string, script: string, args: readonly string[], seen: string): Check => ({
    name,
    async run() {
      return { problems: complaints(await runPackage(script, args, root)), seen };
    },
  });
  return [
    checkTypes(root),
    program(
      'lint',
      'oxlint/bin/oxlint',
      ['--type-aware', '--deny-warnings', '--format=unix'],
      'oxlint with types',
    ),
    program(
      'format',
      '@biomejs/biome/bin/biome',
      ['check', '--reporter=summary', '.'],
      'format and import order; "npm run format" mends both',
    ),
    checkImports(root),
    ofFiles('sizes', findSizeProblems),
    ofFiles('names', findNameProblems),
    program(
      'dead code',
      'knip/bin/knip.js',
      ['--no-progress', '--no-config-hints'],
      'files, exports and dependencies',
    ),
    ofFiles('comments', findCommentProblems),
    ofFiles('environment', findEnvironmentProblems),
    ofFiles('clock', findClockProblems),
    ofFiles('zod', findZodProblems),
    {
      name: 'licences',
      async run() {
        const { problems, packages } = await findLicenceProblems(root);
        return { problems, seen: `${packages} packages` };
      },
    },
    ofFiles('secrets', findSecretProblems),
    ofFiles('links', (all) => findLinkProblems(root, all)),
  ];
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
