import { lineAt, type SourceFile } from './source-files.ts';

interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
}

/** Brackets around a letter keep a pattern from finding itself. */
const patterns: readonly Pattern[] = [
  { what: 'a path of one machine', pattern: /(?<![\w.])\/([w]ork|[f]arm|[r]oot|tmp\/[b]ash_jobs)\/[\w.-]+/g },
  {
    what: 'a home folder of one person',
    pattern: /(?<![\w.])\/(home|Users)\/[a-z][\w.-]*\/|\b[A-Z]:\\Users\\\w+/g,
  },
  { what: 'a private key', pattern: /-----BEGI[N] (?:[A-Z]+ )*PRIVATE KEY-----\s*\n?\s*[A-Za-z0-9+/=]{40}/g },
  { what: 'a signed token', pattern: /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/g },
  {
    what: 'a token of a code host',
    pattern: /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{30,}|glpat-[\w-]{20})/g,
  },
  { what: 'a token of a package registry', pattern: /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*\S+/g },
  { what: 'a cloud key', pattern: /\b(AKIA|ASIA)[0-9A-Z]{16}\b|\b[\w~.-]{3}8Q~[\w~.-]{34}\b/g },
];

/** Nothing of one machine and nothing secret is in the repository, nor where a registry of one network lives. */
export function findSecretProblems(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    file.name === 'package-lock.json' ? lockProblems(file) : textProblems(file),
  );
}

function textProblems({ name, text }: SourceFile): readonly string[] {
  return patterns.flatMap(({ what, pattern }) =>
    Array.from(text.matchAll(pattern), ({ index }) => `${name}:${lineAt(text, index)}: ${what}`),
  );
}

/** Package addresses are left out of the lock file, so that everybody's own registry serves: "resolved" names folders only. */
function lockProblems({ name, text }: SourceFile): readonly string[] {
  const addresses = Array.from(
    text.matchAll(/"resolved": "([a-z+]+:\/\/[^/"]+)/g),
    (match) => match[1] ?? '',
  );
  return [...new Set(addresses)].map(
    (host) =>
      `${name}: names the registry ${host}; run "npm install --package-lock-only --omit-lockfile-registry-resolved"`,
  );
}
