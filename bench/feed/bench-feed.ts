import { warmAndRecord } from '../calls/bench-calls.ts';
import { CallDriver } from '../calls/call-driver.ts';
import type { BenchOptions } from '../options.ts';
import type { Recording } from '../replay/recording.ts';
import { percentile } from '../report/percentile.ts';
import type { Report, Row } from '../report/report.ts';
import { type Ground, type Side, startFloor, startOurs } from '../stage/side.ts';
import { Committer } from './committer.ts';
import { Crowd } from './crowd.ts';

/** Commits a second: more than a busy switchboard has, and slow enough that each has the server to itself. */
const commitsASecond = 10;
/** Operators who take the calls before the recording. */
const answering = 10;
/** Uncounted commits before each measurement. */
const warmUp = 15;
/** An event that has not reached everybody by then is lost, in milliseconds. */
const patience = 10_000;

interface Measured {
  readonly consoles: number;
  /** Seconds until all consoles were connected and had their welcome. */
  readonly connecting: number;
  /** From the commit's departure to the last console's receipt, in milliseconds. */
  readonly times: readonly number[];
  /** Processor time of the server for one event, in milliseconds. */
  readonly cpuPerEvent: number;
}

/** Events to many consoles: the server beside bare `ws`. */
export async function benchFeed(ground: Ground, options: BenchOptions): Promise<Report> {
  const { say } = ground;
  const operators = Math.max(...options.consoles);
  say(`feed: starting the server, with ${operators} operators`);
  const staff = { tenants: 1, operators };
  const ours = await startOurs(ground, 'feed_ours', staff);
  const few = ours.operators.slice(0, answering);
  const driver = await CallDriver.open(ours.server.address, ground.microsoft, few);
  const recording = await warmAndRecord(ours, driver);
  driver.close();
  const measuredOurs = await measureAll(ground, 'the server', ours, recording, options);
  await ours.server.stop();
  say('feed: starting the floor');
  const floor = await startFloor(ground, 'feed_floor', staff, recording);
  const measuredFloor = await measureAll(ground, 'the floor', floor, recording, options);
  await floor.server.stop();
  const complaints = [...ours.server.complaints, ...floor.server.complaints];
  return {
    rows: measuredOurs.flatMap((each, n) => rowsOf(each, measuredFloor[n] ?? each)),
    remarks: complaints.map((line) => `feed: ${line}`),
  };
}

async function measureAll(
  ground: Ground,
  name: string,
  side: Side,
  recording: Recording,
  { consoles, seconds }: BenchOptions,
): Promise<readonly Measured[]> {
  const committer = await Committer.connect(side, recording);
  const measured: Measured[] = [];
  for (const count of consoles) {
    ground.say(`feed: ${name} with ${count} consoles for ${seconds} s`);
    measured.push(await measure(side, committer, count, seconds));
  }
  await committer.stop();
  return measured;
}

async function measure(
  side: Side,
  committer: Committer,
  consoles: number,
  seconds: number,
): Promise<Measured> {
  const crowd = new Crowd();
  const connectingSince = performance.now();
  await crowd.connect(side.server.address, side.operators.slice(0, consoles));
  const connecting = (performance.now() - connectingSince) / 1_000;
  for (let n = 0; n < warmUp; n += 1) await oneEvent(crowd, committer);
  const times: number[] = [];
  const before = (await side.server.usage()).cpu;
  const begin = performance.now();
  const total = seconds * commitsASecond;
  for (let n = 0; n < total; n += 1) {
    const wait = begin + (n * 1_000) / commitsASecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    times.push(await oneEvent(crowd, committer));
  }
  const cpuPerEvent = ((await side.server.usage()).cpu - before) / total;
  crowd.close();
  return { consoles, connecting, times, cpuPerEvent };
}

async function oneEvent(crowd: Crowd, committer: Committer): Promise<number> {
  let sent = 0;
  let received: Promise<number> = Promise.resolve(0);
  await committer.commit((seq) => {
    received = crowd.untilAllHave(seq);
    sent = performance.now();
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `an event did not reach all ${crowd.size} consoles within ${patience} ms`;
    timer = setTimeout(() => reject(new Error(message)), patience);
  });
  const at = await Promise.race([received, late]);
  clearTimeout(timer);
  await committer.settle();
  return at - sent;
}

function rowsOf(ours: Measured, floor: Measured): readonly Row[] {
  const row = (measure: string, unit: string, figure: (measured: Measured) => number): Row => ({
    bench: 'feed',
    measure: `${measure}, ${ours.consoles} console${ours.consoles === 1 ? '' : 's'}`,
    unit,
    ours: figure(ours),
    floor: figure(floor),
  });
  return [
    row('commit → last receipt, p50', 'ms', ({ times }) => percentile(times, 0.5)),
    row('commit → last receipt, p99', 'ms', ({ times }) => percentile(times, 0.99)),
    row('processor time of the server', 'ms/event', ({ cpuPerEvent }) => cpuPerEvent),
    row('connecting', 's', ({ connecting }) => connecting),
  ];
}
