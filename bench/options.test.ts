import { expect, test } from 'vitest';
import { benchHelp, readOptions } from './options.ts';

test('without arguments both benchmarks run', () => {
  expect(readOptions([])).toMatchObject({
    ok: true,
    value: {
      benches: ['calls', 'feed'],
      seconds: 6,
      rate: undefined,
      tenants: 20,
      operators: 6,
      consoles: [1, 100, 1000],
      people: [10_000, 100_000, 1_000_000],
      seed: 1,
      json: false,
    },
  });
});

test('one benchmark can be chosen, and everything set', () => {
  const args = ['feed', '--seconds', '3', '--consoles', '5,7', '--json'];
  expect(readOptions(args)).toMatchObject({
    value: { benches: ['feed'], seconds: 3, consoles: [5, 7], json: true },
  });
  expect(readOptions(['--help'])).toEqual({ ok: true, value: 'help' });
});

test('presence is measured with directories of its own sizes', () => {
  expect(readOptions(['presence'])).toMatchObject({
    value: { benches: ['presence'], people: [2_000, 20_000, 100_000] },
  });
});

test('the console is measured with a large directory, and for half a minute', () => {
  expect(readOptions(['console'])).toMatchObject({
    value: { benches: ['console'], people: [100_000], seconds: 30 },
  });
});

test('the people search runs only when it is named', () => {
  expect(readOptions(['search', '--people', '500', '--seed', '7'])).toMatchObject({
    value: { benches: ['search'], people: [500], seed: 7 },
  });
});

test.each([
  [['speed'], 'speed is no benchmark'],
  [['--seconds', '0'], '--seconds takes whole numbers from 1 to 600, not "0"'],
  [['--rate', 'fast'], '--rate takes'],
  [['--consoles', '1,,2'], '--consoles takes'],
  [['--faster'], '--faster'],
])('a wrong command line is refused with its argument: %j', (args, message) => {
  expect(readOptions(args)).toMatchObject({ ok: false, refusal: expect.stringContaining(message) });
});

test('the help names every option', () => {
  for (const name of [
    '--seconds',
    '--rate',
    '--tenants',
    '--operators',
    '--consoles',
    '--people',
    '--seed',
    '--profile',
    '--json',
    '--help',
  ]) {
    expect(benchHelp).toContain(name);
  }
});
