import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Check } from './check.ts';
import { complaints, runPackage } from './run-program.ts';

/** The compiler's code for "no inputs were found": a package without a file yet. */
const noInputs = /error TS18003/;

/** Each package by its own tsconfig.json, then tests and tools by theirs. */
export const checkTypes = (root: string): Check => ({
  name: 'types',
  async run() {
    const packages = await readdir(path.join(root, 'packages'));
    const projects = [...packages.map((name) => `packages/${name}`), 'tools', '.'].filter((folder) =>
      existsSync(path.join(root, folder, 'tsconfig.json')),
    );
    const problems: string[] = [];
    for (const project of projects) {
      const run = await runPackage('typescript/bin/tsc', ['-p', project, '--pretty', 'false'], root);
      if (!noInputs.test(run.stdout)) problems.push(...complaints(run));
    }
    return { problems, seen: `${projects.length} projects` };
  },
});
