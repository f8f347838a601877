import { expect, test } from 'vitest';
import { ManualClock } from './clock.ts';
import { asError, keepRunning, type Service, sleep } from './lifecycle.ts';
import type { LogFields, Logger } from './logger.ts';

/** Lets everything run that waits for nothing but its turn. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function bench(run: (start: number, clock: ManualClock) => Promise<void>) {
  const clock = new ManualClock(0);
  const stop = new AbortController();
  const starts: number[] = [];
  const lines: { message: string; fields: LogFields | undefined }[] = [];
  const note = (message: string, fields?: LogFields): void => void lines.push({ message, fields });
  const log: Logger = { debug: note, info: note, warn: note, error: note };
  const service: Service = {
    name: 'sample',
    run: () => {
      starts.push(clock.now());
      return run(starts.length, clock);
    },
  };
  const ended = keepRunning(service, stop.signal, clock, log);
  return { clock, stop, starts, lines, ended };
}

test('a service that fails starts again, after pauses that double up to ten seconds', async () => {
  const { clock, stop, starts, lines, ended } = bench(() => Promise.reject(new Error('out of order')));
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await settled();
    clock.advance((clock.nextDue() ?? 0) - clock.now());
  }
  await settled();
  const pauses = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
  expect(pauses).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000]);
  expect(lines[0]).toMatchObject({
    fields: { service: 'sample', pause: 100, error: { message: 'out of order' } },
  });
  stop.abort();
  await ended;
  expect(starts).toHaveLength(11);
});

test('after a long good run the pauses begin small again', async () => {
  const { clock, stop, starts, ended } = bench((start, time) => {
    if (start === 3) time.advance(10_001);
    return Promise.reject(new Error('out of order'));
  });
  for (const pause of [100, 200, 100]) {
    await settled();
    expect((clock.nextDue() ?? 0) - clock.now()).toBe(pause);
    clock.advance(pause);
  }
  await settled();
  expect(starts).toHaveLength(4);
  stop.abort();
  await ended;
});

test('to return early is a defect that is logged and mended', async () => {
  const { clock, stop, starts, lines, ended } = bench(() => Promise.resolve());
  await settled();
  expect(lines.map(({ message }) => message)).toEqual(['service returned before it was stopped']);
  clock.advance(100);
  await settled();
  expect(starts).toEqual([0, 100]);
  stop.abort();
  await ended;
});

test('a service that is stopped is not started again, and what it throws then is no failure', async () => {
  const stopping = new AbortController();
  const clock = new ManualClock(0);
  const complaints: string[] = [];
  const note = (message: string): void => void complaints.push(message);
  const log: Logger = { debug: note, info: note, warn: note, error: note };
  const run: Service['run'] = (signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('cut off'))));
  const ended = keepRunning({ name: 'sample', run }, stopping.signal, clock, log);
  stopping.abort();
  await ended;
  expect(complaints).toEqual([]);
});

test('sleep ends with its time or with the signal, and leaves nothing behind', async () => {
  const clock = new ManualClock(0);
  const stop = new AbortController();
  const first = sleep(50, stop.signal, clock);
  clock.advance(50);
  await first;
  const second = sleep(50, stop.signal, clock);
  stop.abort();
  await second;
  expect(clock.nextDue()).toBeUndefined();
  await sleep(50, stop.signal, clock);
  expect(clock.nextDue()).toBeUndefined();
});

test('whatever is thrown becomes an error', () => {
  const error = new Error('as it is');
  expect(asError(error)).toBe(error);
  expect(asError('a text').message).toBe('a text');
  expect(asError(undefined).message).toBe('undefined');
});
