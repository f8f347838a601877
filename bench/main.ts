import { availableParallelism, loadavg } from 'node:os';
import { benchCalls } from './calls/bench-calls.ts';
import { benchConsole } from './console/bench-console.ts';
import { benchFeed } from './feed/bench-feed.ts';
import { type BenchOptions, benchHelp, readOptions } from './options.ts';
import { benchPresence } from './presence/bench-presence.ts';
import { asJson, asTable, type Report } from './report/report.ts';
import { benchSearch } from './search/bench-search.ts';
import { startDatabases } from './stage/databases.ts';
import { startMicrosoftStub } from './stage/microsoft.ts';
import type { Ground } from './stage/side.ts';
import { bench, benchTenants } from './stage/tenant.ts';

const benches = {
  calls: benchCalls,
  feed: benchFeed,
  search: benchSearch,
  presence: benchPresence,
  console: benchConsole,
} as const;

const ends: (() => unknown)[] = [];
let isStopping = false;
const say = (text: string): void => void process.stderr.write(`${text} …\n`);

async function stopAll(): Promise<void> {
  for (const stop of ends.splice(0).reverse()) {
    try {
      await stop();
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
  }
}

/** Whatever else runs on the machine is in the figures; a reader must know. */
function busyMachine(): readonly string[] {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  if (load < cores / 2) return [];
  return [
    `the machine was busy before this began (load ${load.toFixed(1)} on ${cores} cores): times may be too long`,
  ];
}

async function run(options: BenchOptions): Promise<Report> {
  say('starting a database');
  const starting = startDatabases();
  ends.push(async () => (await starting).stop());
  const databases = await starting;
  const microsoft = await startMicrosoftStub({
    tenantIds: benchTenants(options.tenants),
    applicationId: bench.applicationId,
  });
  ends.push(() => microsoft.stop());
  const flags = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const ground: Ground = { databases, microsoft, say, flags, atEnd: (stop) => void ends.push(stop) };
  const rows: Report['rows'][number][] = [];
  const remarks = [...busyMachine()];
  for (const name of options.benches) {
    const report = await benches[name](ground, options);
    rows.push(...report.rows);
    remarks.push(...report.remarks);
  }
  return { rows, remarks };
}

/** Ctrl-C: nothing that was started stays. */
function onInterrupt(): void {
  isStopping = true;
  process.stderr.write('\nstopping …\n');
  void stopAll().finally(() => process.exit(130));
}

const options = readOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.refusal}\nnpm run bench -- --help lists what can be asked.\n`);
  process.exitCode = 2;
} else if (options.value === 'help') {
  process.stdout.write(benchHelp);
} else {
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  const { value } = options;
  try {
    const report = await run(value);
    const machine = { date: new Date().toISOString(), cores: availableParallelism(), node: process.version };
    process.stdout.write(`${value.json ? asJson(report, machine) : `\n${asTable(report)}`}\n`);
  } catch (error) {
    if (!isStopping)
      process.stderr.write(`The benchmark failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
  await stopAll();
}
