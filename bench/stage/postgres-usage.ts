import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks a second in /proc; the same on every Linux that Node runs on. */
const ticks = 100;

/** Processor time of PostgreSQL's processes so far, in milliseconds; undefined where there is no /proc. */
export async function postgresCpu(postmaster: number): Promise<number | undefined> {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(numbers.map((name) => statOf(name)));
  const own = stats.filter((stat) => stat?.pid === postmaster || stat?.parent === postmaster);
  const ended = stats.find((stat) => stat?.pid === postmaster)?.ticksOfEnded;
  if (ended === undefined) return undefined;
  const total = own.reduce((sum, stat) => sum + (stat?.ticks ?? 0), ended);
  return (total * 1_000) / ticks;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Of the processes that it began and that have ended. */
  readonly ticksOfEnded: number;
}

async function statOf(name: string): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
  // The name of the program stands in parentheses and may hold anything.
  const fields = text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  if (fields === undefined) return undefined;
  const [, parent = 0, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields;
  return { pid: Number(name), parent, ticks: user + system, ticksOfEnded: endedUser + endedSystem };
}
