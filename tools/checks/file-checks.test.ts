import { describe, expect, test } from 'vitest';
import { findClockProblems } from './check-clock.ts';
import { findCommentProblems } from './check-comments.ts';
import { findEnvironmentProblems } from './check-environment.ts';
import { findNameProblems } from './check-names.ts';
import { findSecretProblems } from './check-secrets.ts';
import { findZodProblems } from './check-zod-imports.ts';
import type { SourceFile } from './source-files.ts';

type Find = (files: readonly SourceFile[]) => readonly string[];

/** What is found in one file; the text is put together here so that the checks do not find it in this one. */
const found = (find: Find, name: string, ...parts: string[]): readonly string[] =>
  find([{ name, text: parts.join('') }]);

describe('names', () => {
  test.each([
    ['packages/store/commit/commitCall.ts', 'not kebab-case'],
    ['packages/store/commit/call-utils.ts', '"utils" says nothing'],
    ['packages/store/helpers/rows.ts', '"helpers" says nothing'],
    ['packages/store/commit/index.ts', '"index" says nothing'],
  ])('refuses %s', (name, reason) => {
    expect(found(findNameProblems, name, 'export const a = 1;\n')).toEqual([expect.stringContaining(reason)]);
  });

  test.each(['packages/store/embedded/embedded.store.test.ts', 'vitest.config.ts', 'tools/setup/npm.mjs'])(
    'accepts %s',
    (name) => {
      expect(found(findNameProblems, name, 'export const a = 1;\n')).toEqual([]);
    },
  );

  test('refuses a default export', () => {
    expect(found(findNameProblems, 'a.ts', 'export default 1;\n')).toEqual([
      expect.stringContaining('default export'),
    ]);
  });

  test('refuses a file that only passes on what others export', () => {
    const text = "// All of it.\nexport * from './one.ts';\nexport type { Two } from './two.ts';\n";
    expect(found(findNameProblems, 'a.ts', text)).toEqual([expect.stringContaining('only passes on')]);
    expect(found(findNameProblems, 'a.ts', text, 'export const three = 3;\n')).toEqual([]);
  });
});

describe('comments', () => {
  test.each([
    ['// TO', 'DO: later\n'],
    ['/** FI', 'XME */\n'],
    ['const a = 1; // NO', 'TE (why)\n'],
    ['/**\n * HA', 'CK: odd\n */\n'],
    ['// @to', 'do later\n'],
  ])('refuses the mark in %j%j', (...parts) => {
    expect(found(findCommentProblems, 'a.ts', ...parts)).toHaveLength(1);
  });

  test.each([
    '// @TODO later\n',
    '/** @NOTE why */\n',
    '// todo lists are shown here\n',
    "const text = 'NOTE: a';\n",
  ])('accepts %j', (text) => {
    expect(found(findCommentProblems, 'a.ts', text)).toEqual([]);
  });

  test('refuses what silences a tool without a reason', () => {
    expect(found(findCommentProblems, 'a.ts', '// @ts-', 'ignore\n')).toHaveLength(1);
    expect(found(findCommentProblems, 'a.ts', '// oxlint-', 'disable-next-line no-console\n')).toHaveLength(
      1,
    );
    expect(
      found(findCommentProblems, 'a.ts', '// oxlint-', 'disable-next-line no-console -- the CLI prints\n'),
    ).toEqual([]);
  });
});

describe('environment', () => {
  const read = ['const a = process', '.env.PORT;\n'];

  test('refuses a read outside config/env.ts and says where', () => {
    expect(found(findEnvironmentProblems, 'packages/server/http/routes.ts', '\n', ...read)).toEqual([
      expect.stringContaining('packages/server/http/routes.ts:2'),
    ]);
  });

  test('refuses the same by an import', () => {
    const text = ["import { env } from 'node:", "process';\n"];
    expect(found(findEnvironmentProblems, 'packages/server/a.ts', ...text)).toHaveLength(1);
  });

  test.each(['packages/server/config/env.ts', 'packages/store/a.test.ts', 'tools/setup/npm.mjs'])(
    'accepts it in %s',
    (name) => {
      expect(found(findEnvironmentProblems, name, ...read)).toEqual([]);
    },
  );
});

describe('clock', () => {
  test('refuses to read the time in the domain', () => {
    expect(
      found(findClockProblems, 'packages/domain/call/decide.ts', 'const now = Date', '.now();\n'),
    ).toHaveLength(1);
    expect(found(findClockProblems, 'packages/server/main.ts', 'const now = Date', '.now();\n')).toEqual([]);
  });
});

describe('zod', () => {
  test('refuses a named import and accepts the namespace', () => {
    expect(found(findZodProblems, 'a.ts', "import { z } from 'zod';\n")).toHaveLength(1);
    expect(found(findZodProblems, 'a.ts', "import * as z from 'zod';\n")).toEqual([]);
  });
});

describe('secrets', () => {
  test.each([
    ['/wo', 'rk/main/a.ts'],
    ['/ho', 'me/adele/project/'],
    ['-----BEGIN PRIV', `ATE KEY-----\n${'A'.repeat(60)}`],
    ['ghp', `_${'a1'.repeat(18)}`],
    ['AKIA', 'ABCDEFGHIJKLMNOP'],
  ])('finds %s…', (...parts) => {
    expect(found(findSecretProblems, 'README.md', ...parts)).toHaveLength(1);
  });

  test('finds an address of a registry in the lock file, and leaves workspaces alone', () => {
    const lock = '"resolved": "packages/kit"\n"resolved": "https://registry.contoso.example/a.tgz"';
    expect(found(findSecretProblems, 'package-lock.json', lock)).toEqual([
      expect.stringContaining('https://registry.contoso.example'),
    ]);
  });

  test('accepts an ordinary text', () => {
    expect(
      found(findSecretProblems, 'README.md', 'see docs/', 'work/plan and https://example.com/ho', 'me/page/'),
    ).toEqual([]);
  });
});
