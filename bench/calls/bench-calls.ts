import type { BenchOptions } from '../options.ts';
import { recordCall } from '../replay/record-call.ts';
import type { Recording } from '../replay/recording.ts';
import { percentile } from '../report/percentile.ts';
import type { Report, Row } from '../report/report.ts';
import { type Ground, type Side, startFloor, startOurs } from '../stage/side.ts';
import { CallDriver } from './call-driver.ts';
import type { CallTimes } from './call-life.ts';
import { callsAtRate, findMost, type MeasuredCalls, whyTooMany } from './measure-calls.ts';

/** Code that has just been loaded is slow: what comes first is not counted, in seconds. */
const warmUp = 3;
const warmUpRate = 15;
/** Each rate that is tried on the way to the highest, in seconds. */
const trial = 3;
/** Of the highest rate, in per cent. */
const loads = [25, 50, 75, 100] as const;

interface Level extends MeasuredCalls {
  /** Per cent of the highest rate; undefined at a rate that was asked for. */
  readonly load: number | undefined;
  readonly asked: number;
  /** Processor time for one call, in milliseconds. */
  readonly serverCpu: number;
  readonly postgresCpu: number | undefined;
  readonly benchCpu: number;
  /** Memory of the server at the end, in bytes. */
  readonly memory: number;
}

interface Measured {
  /** New calls a second that are sustained; undefined if a rate was asked for. */
  readonly most: number | undefined;
  readonly levels: readonly Level[];
}

/** Whole lives of calls, through the server and through the floor. */
export async function benchCalls(ground: Ground, options: BenchOptions): Promise<Report> {
  const { say } = ground;
  const staff = { tenants: options.tenants, operators: options.operators };
  say('calls: starting the server');
  const ours = await startOurs(ground, 'calls_ours', staff);
  const driver = await CallDriver.open(ours.server.address, ground.microsoft, ours.operators);
  const recording = await warmAndRecord(ours, driver);
  const measuredOurs = await measure(ground, 'the server', ours, driver, options);
  driver.close();
  await ours.server.stop();

  say('calls: starting the floor');
  const floor = await startFloor(ground, 'calls_floor', staff, recording);
  const below = await CallDriver.open(floor.server.address, ground.microsoft, floor.operators);
  await callsAtRate(below, warmUpRate, warmUp);
  const measuredFloor = await measure(ground, 'the floor', floor, below, options);
  below.close();
  await floor.server.stop();
  return {
    rows: rowsOf(measuredOurs, measuredFloor),
    remarks: [
      ...remarksOf('the server', measuredOurs, ours),
      ...remarksOf('the floor', measuredFloor, floor),
    ],
  };
}

/** A call of the real server, for the floor to play again. */
export async function warmAndRecord(side: Side, driver: CallDriver): Promise<Recording> {
  await callsAtRate(driver, warmUpRate, warmUp);
  return recordCall(side, driver);
}

async function measure(
  ground: Ground,
  name: string,
  side: Side,
  driver: CallDriver,
  { rate, seconds }: BenchOptions,
): Promise<Measured> {
  const say = (text: string): void => ground.say(`calls: ${name}, ${text}`);
  if (rate !== undefined) {
    say(`${rate} calls a second for ${seconds} s`);
    return { most: undefined, levels: [await atLevel(ground, side, driver, { asked: rate, seconds })] };
  }
  const most = await findMost(driver, trial, say);
  const levels: Level[] = [];
  for (const load of most === 0 ? [] : loads) {
    const asked = (most * load) / 100;
    say(`${asked.toFixed(1)} calls a second for ${seconds} s`);
    levels.push({ ...(await atLevel(ground, side, driver, { asked, seconds })), load });
  }
  return { most, levels };
}

async function atLevel(
  { databases }: Ground,
  { server }: Side,
  driver: CallDriver,
  { asked, seconds }: { readonly asked: number; readonly seconds: number },
): Promise<Level> {
  const before = { server: await server.usage(), postgres: await databases.cpu(), bench: process.cpuUsage() };
  const measured = await callsAtRate(driver, asked, seconds);
  const after = await server.usage();
  const postgres = await databases.cpu();
  const { user, system } = process.cpuUsage(before.bench);
  const calls = Math.max(1, measured.times.length);
  return {
    ...measured,
    load: undefined,
    asked,
    serverCpu: (after.cpu - before.server.cpu) / calls,
    postgresCpu:
      postgres === undefined || before.postgres === undefined
        ? undefined
        : (postgres - before.postgres) / calls,
    benchCpu: (user + system) / 1_000 / calls,
    memory: after.memory,
  };
}

function rowsOf(ours: Measured, floor: Measured): readonly Row[] {
  const row = (measure: string, unit: string, ofOurs: number, ofFloor: number): Row => ({
    bench: 'calls',
    measure,
    unit,
    ours: ofOurs,
    floor: ofFloor,
  });
  const rates =
    ours.most === undefined || floor.most === undefined
      ? []
      : [row('new calls, sustained', '1/s', ours.most, floor.most)];
  const levels = ours.levels.flatMap((level, n) => {
    const below = floor.levels[n];
    if (below === undefined) return [];
    const at = level.load === undefined ? `at ${level.asked}/s` : `at ${level.load} % of each one's own most`;
    const line = (
      measure: string,
      unit: string,
      figure: (of: Level) => number | undefined,
    ): readonly Row[] => {
      const figures = [figure(level), figure(below)] as const;
      const [one, other] = figures;
      return one === undefined || other === undefined ? [] : [row(`${measure} ${at}`, unit, one, other)];
    };
    const share =
      (of: (times: CallTimes) => number, part: number) =>
      ({ times }: Level): number =>
        percentile(times.map(of), part);
    return [
      ...line(
        'notification → answer out, p50',
        'ms',
        share(({ answer }) => answer, 0.5),
      ),
      ...line(
        'notification → answer out, p99',
        'ms',
        share(({ answer }) => answer, 0.99),
      ),
      ...line(
        'established → offer on a console, p50',
        'ms',
        share(({ offer }) => offer, 0.5),
      ),
      ...line(
        'established → offer on a console, p99',
        'ms',
        share(({ offer }) => offer, 0.99),
      ),
      ...line(
        'accept → operator is rung, p99',
        'ms',
        share(({ ring }) => ring, 0.99),
      ),
      ...line('processor time of the server', 'ms/call', ({ serverCpu }) => serverCpu),
      ...line('processor time of PostgreSQL', 'ms/call', ({ postgresCpu }) => postgresCpu),
      ...line('processor time of the benchmark', 'ms/call', ({ benchCpu }) => benchCpu),
      ...line('memory of the server', 'MB', ({ memory }) => memory / 1_000_000),
    ];
  });
  return [...rates, ...levels];
}

function remarksOf(name: string, { most, levels }: Measured, { server }: Side): readonly string[] {
  const notes = levels.flatMap((level) => {
    const why = whyTooMany(level, level.asked);
    return why === undefined ? [] : [`calls: ${name} at ${level.asked.toFixed(1)}/s: ${why}`];
  });
  return [
    ...(most === 0 ? [`calls: ${name} did not sustain the lowest rate`] : []),
    ...notes,
    ...server.complaints.map((line) => `calls: ${name} said ${line}`),
  ];
}
