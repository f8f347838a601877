import { isCode, lineAt, type SourceFile } from './source-files.ts';

const named = /^import\s+(type\s+)?(\{[^}]*\}|z\b)[^;]*from\s+['"]zod(\/mini)?['"]/gm;

/** `import { z }` brings all of zod into the browser: 92 KB compressed where `import * as z` brings 26 (2026-11-23). */
export function findZodProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(isCode)
    .flatMap(({ name, text }) =>
      Array.from(
        text.matchAll(named),
        ({ index, 1: type }) => `${name}:${lineAt(text, index)}: write import ${type ?? ''}* as z from 'zod'`,
      ),
    );
}
