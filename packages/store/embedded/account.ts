import type { Logger } from '@switchboard/kit/logger';
import { EmbeddedError } from './embedded-error.ts';
import { type RunAs, runProgram } from './run-program.ts';

/** An operating system user without rights, under which the server runs when we are root. */
export interface Account extends RunAs {
  readonly name: string;
}

const accountName = 'postgres';

/** The ways to add a system user: shadow-utils (most Linux), busybox (Alpine). */
const creations: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']],
  ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin']],
];

/**
 * PostgreSQL refuses to run as root, so for root this finds the user `postgres`, or creates it.
 * Anyone else runs the server as themselves: undefined.
 */
export async function serverAccount(log: Logger, name = accountName): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp(name);
  if (existing !== undefined) return existing;
  const answers: string[] = [];
  for (const [program, args] of creations) {
    const run = await runProgram(program, [...args, name]);
    answers.push(`${program}: ${run.output === '' ? `exit code ${run.code ?? 'none'}` : run.output}`);
    const created = run.code === 0 ? await lookUp(name) : undefined;
    if (created !== undefined) {
      log.info('created a system user to run PostgreSQL, which refuses to run as root', { user: name });
      return created;
    }
  }
  throw new EmbeddedError(
    'no-account',
    `PostgreSQL refuses to run as root, and the user "${name}" neither exists nor could be created (${answers.join('; ')}).`,
    `Start Switchboard as an ordinary user, create the user "${name}", or set DATABASE_URL to a server of your own.`,
  );
}

async function lookUp(name: string): Promise<Account | undefined> {
  const [user, group] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])]);
  if (user.code !== 0 || group.code !== 0) return undefined;
  return { name, uid: Number(user.output), gid: Number(group.output) };
}

/** Whether the account can enter a folder, which needs the right of passage through every folder above it. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  const run = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { as: account, cwd: '/' });
  return run.code === 0;
}
