import { isCode, isTest, lineAt, type SourceFile } from './source-files.ts';

/** The one door of each program, and what is not part of the product. */
const allowed =
  /^packages\/[^/]+\/config\/env\.ts$|^(test|bench|tools)\/|^packages\/[^/]+\/testing\/|\.config\.ts$/;

const reads =
  /\bprocess\s*\.\s*env\b|\bprocess\s*\[\s*['"]env['"]|import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]/g;

/** Settings come in through `config/env.ts` alone and go on as arguments. */
export function findEnvironmentProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => isCode(file) && !isTest(file) && !allowed.test(file.name))
    .flatMap(({ name, text }) =>
      Array.from(
        text.matchAll(reads),
        ({ index }) =>
          `${name}:${lineAt(text, index)}: reads the environment; only config/env.ts does, and hands values on`,
      ),
    );
}
