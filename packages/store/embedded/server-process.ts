import { readFileSync } from 'node:fs';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@switchboard/kit/logger';
import { runProgram } from './run-program.ts';

/** What the `postmaster.pid` of a cluster says. */
export interface PidFile {
  readonly pid: number;
  /** TCP port; undefined while the server is still starting and has not written it. */
  readonly port: number | undefined;
}

/**
 * Lines of the file: process id, data directory, start time, port, socket folder, listen address, shared memory,
 * status (PostgreSQL's `pidfile.h`, 2026-11-23).
 */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined };
}

/**
 * The server that runs on a cluster now, if any. A `postmaster.pid` whose number belongs to another program by now
 * (after a power cut, or in a new container) is deleted: PostgreSQL itself would refuse to start because of it.
 */
export async function findServer(cluster: string, log: Logger): Promise<PidFile | undefined> {
  const file = path.join(cluster, 'postmaster.pid');
  const text = await readWritten(file);
  const found = text === undefined ? undefined : parsePidFile(text);
  if (found === undefined || !exists(found.pid)) return undefined;
  if (isAlive(found.pid) && (await isServerOf(found.pid, cluster))) return found;
  // Read again: another process may have started a server since.
  if ((await readIfThere(file)) !== text) return findServer(cluster, log);
  log.warn('deleting a stale postmaster.pid: its process is dead or another program', {
    file,
    pid: found.pid,
  });
  await rm(file, { force: true });
  return undefined;
}

/** Whether a process runs. One that is dead but not yet collected by its parent (a zombie) does not. */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    // The state follows the name of the program, which stands in brackets and may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    // It ended since, or /proc is closed to us: ask the system again.
    return exists(pid);
  }
}

/** A process of another user exists: it answers EPERM. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(() => undefined);

/** A server makes its file empty, and writes into it at once: on a busy machine within these 2 s. */
const mostLooks = 40;
const betweenLooks = 50;

async function readWritten(file: string): Promise<string | undefined> {
  for (let looks = 1; looks < mostLooks; looks += 1) {
    const text = await readIfThere(file);
    if (text !== '') return text;
    await pause(betweenLooks);
  }
  return readIfThere(file);
}

/** When in doubt the answer is yes: to start a second server on the same files is worse than to refuse. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
    if (!command.includes('postgres')) return false;
    // The server works in its data directory, so this holds even after the project was moved.
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return folder === undefined || folder === (await realpath(cluster));
  }
  const run =
    process.platform === 'win32'
      ? await runProgram('tasklist', ['/NH', '/FI', `PID eq ${pid}`])
      : await runProgram('ps', ['-o', 'command=', '-p', String(pid)]);
  return run.code !== 0 || run.output.includes('postgres');
}
