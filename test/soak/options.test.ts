import { describe, expect, test } from 'vitest';
import { readOptions } from './options.ts';

const read = (...args: string[]) => readOptions(args, () => 4711);

describe('The arguments of the soak', () => {
  test('without any both proofs run, with one seed', () => {
    expect(read()).toEqual({
      ok: true,
      value: {
        sequences: { sequences: 10_000, seed: 4_711 },
        kill: { rounds: 10, callsPerMinute: 40, seed: 4_711 },
      },
    });
  });

  test('one that is named runs alone', () => {
    expect(read('--sequences', '5', '--seed', '0')).toEqual({
      ok: true,
      value: { sequences: { sequences: 5, seed: 0 } },
    });
    expect(read('--kill', '--rounds', '3')).toEqual({
      ok: true,
      value: { kill: { rounds: 3, callsPerMinute: 40, seed: 4_711 } },
    });
  });

  test.each([
    [['--sequences', 'many'], '--sequences takes a whole number from 1 to 100000000, not "many"'],
    [['--seed', '-1'], '--seed'],
    [['--kill', '--rounds', '0'], '--rounds takes a whole number from 1 to 10000, not "0"'],
    [['--kill', '--calls-per-minute', '1.5'], '--calls-per-minute takes a whole number'],
    [['--sequences', '5', '--rounds', '2'], '--rounds belongs to --kill'],
    [['--sequence', '5'], '--sequence'],
  ])('%j is refused by a sentence that names what is wrong', (args, sentence) => {
    const refusal = read(...args);
    expect(refusal.ok ? '' : refusal.refusal).toContain(sentence);
  });
});
