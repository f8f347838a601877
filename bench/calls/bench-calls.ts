import { must } from '@switchboard/kit/assert';
import type { BenchOptions } from '../options.ts';
import { recordCall } from '../replay/record-call.ts';
import type { Recording } from '../replay/recording.ts';
import { percentile } from '../report/percentile.ts';
import type { Report, Row } from '../report/report.ts';
import { connectConsole } from '../stage/console-socket.ts';
import { type Ground, type Side, startFloor, startOurs } from '../stage/side.ts';
import { CallDriver } from './call-driver.ts';
import { callsAtRate, callsInFlight, type MeasuredCalls } from './measure-calls.ts';
import { Offers } from './offers.ts';

/** Code that has just been loaded is slow: what comes first is not counted, in seconds. */
const warmUp = 2;

interface Measured {
  readonly steady: MeasuredCalls;
  /** Processor time of the server for one call at the steady rate, in milliseconds. */
  readonly cpuPerCall: number;
  readonly most: MeasuredCalls;
}

/** A call's way through the server, and through the floor. */
export async function benchCalls(ground: Ground, options: BenchOptions): Promise<Report> {
  const { say } = ground;
  say('calls: starting the server');
  const ours = await startOurs(ground, 'calls_ours', 1);
  const { driver, close } = await openDriver(ground, ours);
  const recording = await warmAndRecord(ours, driver);
  const measuredOurs = await measure(ground, 'the server', ours, driver, options);
  close();
  await ours.server.stop();

  say('calls: starting the floor');
  const floor = await startFloor(ground, 'calls_floor', 1, recording);
  const below = await openDriver(ground, floor);
  await callsAtRate(below.driver, options.rate, warmUp);
  const measuredFloor = await measure(ground, 'the floor', floor, below.driver, options);
  below.close();
  await floor.server.stop();
  return {
    rows: rowsOf(measuredOurs, measuredFloor, options),
    remarks: [
      ...remarksOf('the server', measuredOurs, ours),
      ...remarksOf('the floor', measuredFloor, floor),
    ],
  };
}

/** A call of the real server, for the floor to play again. */
export async function warmAndRecord(side: Side, driver: CallDriver): Promise<Recording> {
  await callsAtRate(driver, 20, warmUp);
  return recordCall(side.server, (afterStep) => driver.recordedCall(afterStep));
}

export async function openDriver(
  { microsoft }: Ground,
  { server, sessions }: Side,
): Promise<{ driver: CallDriver; close: () => void }> {
  const offers = new Offers();
  const console = await connectConsole(server.address, must(sessions[0], 'a session'), offers.take);
  const driver = new CallDriver(server.address, microsoft, offers);
  return {
    driver,
    close() {
      console.close();
      driver.stop();
    },
  };
}

async function measure(
  { say }: Ground,
  name: string,
  { server }: Side,
  driver: CallDriver,
  { rate, seconds, inFlight }: BenchOptions,
): Promise<Measured> {
  say(`calls: ${name} at ${rate} calls a second for ${seconds} s`);
  const before = await server.cpuMilliseconds();
  const steady = await callsAtRate(driver, rate, seconds);
  const cpuPerCall = ((await server.cpuMilliseconds()) - before) / Math.max(1, steady.times.length);
  say(`calls: ${name} with ${inFlight} calls always under way for ${seconds} s`);
  await callsInFlight(driver, inFlight, warmUp);
  return { steady, cpuPerCall, most: await callsInFlight(driver, inFlight, seconds) };
}

function rowsOf(ours: Measured, floor: Measured, { rate, inFlight }: BenchOptions): readonly Row[] {
  const row = (measure: string, unit: string, figure: (measured: Measured) => number): Row => ({
    bench: 'calls',
    measure,
    unit,
    ours: figure(ours),
    floor: figure(floor),
  });
  const answers = ({ steady }: Measured): readonly number[] => steady.times.map((times) => times.answer);
  const offers = ({ steady }: Measured): readonly number[] => steady.times.map((times) => times.offer);
  const at = `at ${rate}/s`;
  return [
    row(`notification → answer out, p50 ${at}`, 'ms', (measured) => percentile(answers(measured), 0.5)),
    row(`notification → answer out, p99 ${at}`, 'ms', (measured) => percentile(answers(measured), 0.99)),
    row(`established → offer on a console, p50 ${at}`, 'ms', (measured) => percentile(offers(measured), 0.5)),
    row(`established → offer on a console, p99 ${at}`, 'ms', (measured) =>
      percentile(offers(measured), 0.99),
    ),
    row(`processor time of the server ${at}`, 'ms/call', (measured) => measured.cpuPerCall),
    row(
      `whole calls, ${inFlight} always under way`,
      '1/s',
      ({ most }) => most.times.length / (most.took / 1_000),
    ),
  ];
}

function remarksOf(name: string, { steady, most }: Measured, { server }: Side): readonly string[] {
  const failed = steady.failed + most.failed;
  const reason = steady.reason ?? most.reason ?? '';
  return [
    ...(failed === 0 ? [] : [`calls: ${failed} calls did not go through ${name}: ${reason}`]),
    ...server.complaints.map((line) => `calls: ${name} said ${line}`),
  ];
}
