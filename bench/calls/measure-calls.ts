import { percentile } from '../report/percentile.ts';
import type { CallDriver } from './call-driver.ts';
import type { CallTimes } from './call-life.ts';

export interface MeasuredCalls {
  readonly times: readonly CallTimes[];
  /** Why calls did not go their whole way, the first reason, and how many. */
  readonly failed: number;
  readonly reason: string | undefined;
  /** New calls a second, as they really began. */
  readonly rate: number;
  /** Calls under way when the last one had begun. */
  readonly backlog: number;
}

/** Callers who dial at a steady rate, whether or not the server keeps up. Ends when the last call has. */
export async function callsAtRate(driver: CallDriver, rate: number, seconds: number): Promise<MeasuredCalls> {
  const times: CallTimes[] = [];
  let failed = 0;
  let reason: string | undefined;
  const count = async (): Promise<void> => {
    try {
      times.push(await driver.call());
    } catch (error) {
      failed += 1;
      reason ??= String(error);
    }
  };
  const begin = performance.now();
  const calls: Promise<void>[] = [];
  const wanted = Math.max(1, Math.round(rate * seconds));
  for (let n = 0; n < wanted; n += 1) {
    const wait = begin + (n * 1_000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(count());
  }
  const took = (performance.now() - begin) / 1_000;
  const backlog = driver.underWay;
  await Promise.all(calls);
  return { times, failed, reason, rate: wanted / Math.max(took, seconds), backlog };
}

/** An answer must be out within this time in 99 of 100 calls, or the rate is too high. In milliseconds. */
export const answerLimit = 50;
/** Calls last two seconds when nothing makes them wait. In seconds. */
const longestLife = 4;
/** Of what was wanted; less means that the benchmark itself does not keep up. */
const enoughOfTheRate = 0.95;
const firstRate = 10;
/** Between what is sustained and what is not; finer would be noise. */
const fineness = 1.1;

/** Why a rate is too high; undefined if it is sustained. */
export function whyTooMany(measured: MeasuredCalls, rate: number): string | undefined {
  const { times, failed, reason, backlog } = measured;
  const answers = percentile(
    times.map(({ answer }) => answer),
    0.99,
  );
  if (failed > 0) return `${failed} calls failed: ${reason ?? ''}`;
  if (answers > answerLimit) return `p99 of the answer ${answers.toFixed(0)} ms`;
  if (backlog > rate * longestLife) return `${backlog} calls under way`;
  if (measured.rate < rate * enoughOfTheRate) return `only ${measured.rate.toFixed(0)} calls a second begun`;
  return undefined;
}

/** The highest rate that is sustained: doubled until it is too high, then halved in between. */
export async function findMost(
  driver: CallDriver,
  seconds: number,
  say: (text: string) => void,
): Promise<number> {
  const holds = async (rate: number): Promise<boolean> => {
    const why = whyTooMany(await callsAtRate(driver, rate, seconds), rate);
    say(`${rate.toFixed(0)} calls a second: ${why ?? 'sustained'}`);
    return why === undefined;
  };
  // One bad moment of the machine is not the end: what failed is tried once more.
  const isSustained = async (rate: number): Promise<boolean> => (await holds(rate)) || (await holds(rate));
  let low = 0;
  let high = firstRate;
  while (await isSustained(high)) {
    low = high;
    high *= 2;
  }
  if (low === 0) return 0;
  while (high / low > fineness) {
    const between = Math.sqrt(low * high);
    if (await isSustained(between)) low = between;
    else high = between;
  }
  return low;
}
