import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks a second in /proc; the same on every Linux that Node runs on. */
const ticks = 100;

/** Processor time of PostgreSQL's processes so far, in milliseconds; undefined where there is no /proc. */
export async function postgresCpu(postmaster: number): Promise<number | undefined> {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(numbers.map((name) => statOf(name)));
  const own = stats.filter((stat) => stat?.pid === postmaster || stat?.parent === postmaster);
  if (own.length === 0) return undefined;
  const total = own.reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0);
  return (total * 1_000) / ticks;
}

async function statOf(
  name: string,
): Promise<{ readonly pid: number; readonly parent: number; readonly ticks: number } | undefined> {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
  // The name of the program stands in parentheses and may hold anything.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  const [, parent, , , , , , , , , , user, system] = fields;
  return { pid: Number(name), parent: Number(parent), ticks: Number(user) + Number(system) };
}
