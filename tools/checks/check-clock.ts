import { isCode, isTest, lineAt, type SourceFile } from './source-files.ts';

/** Where time and chance are arguments without exception: convention 2 of docs/architecture.md. */
const pure = /^packages\/(kit|contract|domain)\//;

const reads = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\.randomUUID\(/g;

/** The pure packages read no clock and throw no dice: their functions answer the same for the same arguments. */
export function findClockProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => isCode(file) && !isTest(file) && pure.test(file.name))
    .flatMap(({ name, text }) =>
      Array.from(
        text.matchAll(reads),
        (match) =>
          `${name}:${lineAt(text, match.index)}: ${match[0]}…: take the time, the id or the random number as an argument`,
      ),
    );
}
