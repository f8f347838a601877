import type { CallDriver, CallTimes } from './call-driver.ts';

export interface MeasuredCalls {
  readonly times: readonly CallTimes[];
  /** Why calls did not go their whole way, the first reason, and how many. */
  readonly failed: number;
  readonly reason: string | undefined;
  /** From the first call's beginning to the last one's end, in milliseconds. */
  readonly took: number;
}

class Tally {
  readonly times: CallTimes[] = [];
  failed = 0;
  reason: string | undefined;
  readonly #begin = performance.now();

  async count(call: Promise<CallTimes>): Promise<void> {
    try {
      this.times.push(await call);
    } catch (error) {
      this.failed += 1;
      this.reason ??= String(error);
    }
  }

  result(): MeasuredCalls {
    const { times, failed, reason } = this;
    return { times, failed, reason, took: performance.now() - this.#begin };
  }
}

/** Callers who dial at a steady rate, whether or not the server keeps up. */
export async function callsAtRate(driver: CallDriver, rate: number, seconds: number): Promise<MeasuredCalls> {
  const tally = new Tally();
  const begin = performance.now();
  const calls: Promise<void>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    const wait = begin + (n * 1_000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(tally.count(driver.call()));
  }
  await Promise.all(calls);
  return tally.result();
}

/** As many calls as go through when there are always as many under way: each that ends is followed by the next. */
export async function callsInFlight(
  driver: CallDriver,
  inFlight: number,
  seconds: number,
): Promise<MeasuredCalls> {
  const tally = new Tally();
  const end = performance.now() + seconds * 1_000;
  const line = async (): Promise<void> => {
    while (performance.now() < end) await tally.count(driver.call());
  };
  await Promise.all(Array.from({ length: inFlight }, line));
  return tally.result();
}
