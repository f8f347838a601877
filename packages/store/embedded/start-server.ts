import { readFile, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { must } from '@switchboard/kit/assert';
import type { Account } from './account.ts';
import { readNote, writeNote, writeOwned } from './cluster-note.ts';
import { type ClusterPlan, settingsName } from './create-cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { probePort } from './free-port.ts';
import type { Home } from './home.ts';
import type { Programs } from './programs.ts';
import { runProgram } from './run-program.ts';

/** Seconds for the server to come up; after a crash it replays its log first. */
const startLimit = 120;
/** Seconds for open connections to end before they are cut. */
const stopLimit = 10;
/** Between our look at a free port and the server's use of it another program may take it. */
const portAttempts = 3;
/** Bytes of old log to keep; PostgreSQL writes a few lines a start. */
const longestLog = 5_000_000;

/** Starts the server with `pg_ctl`, in a session of its own: Ctrl-C in a terminal or our death do not end it. */
export async function startServer(plan: ClusterPlan, wantedPort: number | undefined): Promise<void> {
  const { home, account } = plan;
  const note = await readNote(home.cluster);
  await shortenLog(home);
  let failure = '';
  for (let attempt = 0; attempt < portAttempts; attempt += 1) {
    const port = wantedPort ?? (await pickPort(attempt === 0 ? note.port : undefined));
    if ((await probePort(port)) === undefined) throw portTaken(port);
    await writeOwned(path.join(home.cluster, settingsName), settings(port, plan.durable), account);
    await writeNote(home.cluster, { ...note, port, owner: process.pid }, account);
    const args = ['start', '-w', '-t', String(startLimit), '-s', '-D', home.cluster, '-l', home.logFile];
    const run = await runProgram(plan.programs.pgCtl, args, { as: account, cwd: home.folder });
    if (run.code === 0) return;
    failure = `${run.output} ${await lastLines(home.logFile)}`;
    if (wantedPort !== undefined || !/Address already in use|could not bind/.test(failure)) break;
  }
  throw new EmbeddedError(
    'failed',
    `The embedded PostgreSQL did not start: ${failure.trim()}`,
    `Its log is ${home.logFile}.`,
  );
}

/** Stops the server: open transactions are rolled back; if it does not end in time it is cut, and recovers next time. */
export async function stopServer(
  home: Home,
  programs: Programs,
  account: Account | undefined,
): Promise<void> {
  const run = (mode: string): ReturnType<typeof runProgram> =>
    runProgram(
      programs.pgCtl,
      ['stop', '-w', '-t', String(stopLimit), '-s', '-m', mode, '-D', home.cluster],
      { as: account, cwd: home.folder },
    );
  const gentle = await run('fast');
  if (gentle.code === 0 || (await isStopped(home, programs, account))) return;
  const hard = await run('immediate');
  if (hard.code === 0 || (await isStopped(home, programs, account))) return;
  throw new EmbeddedError(
    'failed',
    `The embedded PostgreSQL did not stop: ${hard.output}`,
    'End it by hand.',
  );
}

/** `pg_ctl status` answers 3 for "no server is running" and 4 for "no data directory". */
async function isStopped(home: Home, programs: Programs, account: Account | undefined): Promise<boolean> {
  const run = await runProgram(programs.pgCtl, ['status', '-D', home.cluster], {
    as: account,
    cwd: home.folder,
  });
  return run.code === 3 || run.code === 4;
}

async function pickPort(remembered: number | undefined): Promise<number> {
  const again = remembered === undefined ? undefined : await probePort(remembered);
  return again ?? must(await probePort(0), 'a free port on the loopback interface');
}

const portTaken = (port: number): EmbeddedError =>
  new EmbeddedError(
    'port-taken',
    `Port ${port} for the embedded database is used by another program.`,
    'Give another port, or none: then a free one is found.',
  );

/** TCP on loopback only, with a password: no socket file, whose path could be too long or in a closed folder. */
function settings(port: number, durable: boolean): string {
  const lines = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    // Each of our processes keeps a pool of up to 20; ten processes on one machine are plenty.
    'max_connections = 200',
    "log_min_messages = 'warning'",
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ];
  return `# Written by Switchboard at each start.\n${lines.join('\n')}\n`;
}

async function shortenLog(home: Home): Promise<void> {
  const size = await stat(home.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > longestLog) await truncate(home.logFile, 0);
}

async function lastLines(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).join(' | ');
}
