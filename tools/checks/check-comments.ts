import { isCode, lineAt, type SourceFile } from './source-files.ts';

/** A comment's beginning, or a line inside a block comment, then a mark in capitals that is not one of our two. */
const marks =
  /(?:\/\/|\/\*|^\s*\*)[^\n]*?(?<![@\w-])((?:TO)DO|FI[X]ME|XX[X]|HAC[K]|(?:NO)TE)\b(?=[:\s(]|$)/gm;
const strangeMarks = /(?:\/\/|\/\*|^\s*\*)[^\n]*?@(FI[X]ME|XX[X]|HAC[K]|BU[G]|todo|note)\b/gm;
const silenced =
  /@ts-(?:ignore|expect-error|nocheck)|(?:eslint|oxlint)-disable(?![^\n]*--\s*\S)|biome-ignore(?![^\n]*:\s*\S)/g;

/** Of marks in comments there are two: `@NOTE` and `@TODO`. What silences a tool gives its reason on the same line. */
export function findCommentProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(isCode)
    .flatMap((file) => [
      ...matches(file, marks, (mark) => `"${mark}": the marks are @NOTE and @TODO`),
      ...matches(file, strangeMarks, (mark) => `"@${mark}": the marks are @NOTE and @TODO`),
      ...matches(file, silenced, (text) => `"${text}": mend what it hides, or give the reason behind "--"`),
    ]);
}

function matches(
  { name, text }: SourceFile,
  pattern: RegExp,
  say: (found: string) => string,
): readonly string[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const found = match[1] ?? match[0];
    return `${name}:${lineAt(text, match.index + match[0].length - 1)}: ${say(found)}`;
  });
}
