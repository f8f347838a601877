import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '@switchboard/kit/result';

export interface SequencesOptions {
  /** How many random worlds are lived through. */
  readonly sequences: number;
  readonly seed: number;
}

export interface KillOptions {
  /** In each of them a server is killed, or both. */
  readonly rounds: number;
  readonly callsPerMinute: number;
  readonly seed: number;
}

/** What is to be run; without either name both are. */
export interface SoakOptions {
  readonly sequences?: SequencesOptions;
  readonly kill?: KillOptions;
}

export const soakHelp = `npm run soak -- [--sequences N] [--kill] [options]

  --sequences N          N random worlds in memory, on all cores (10000)
  --kill                 two real servers on one PostgreSQL, killed again and again under calls
                         Without either: one after the other.

  --rounds N             how often servers are killed (10)
  --calls-per-minute M   how many callers dial (40)
  --seed S               the same people, faults and deaths again; default: another one each time
  --help                 this

  npm run soak -- --sequences 100000
  npm run soak -- --kill --rounds 40 --seed 7

docs/soak.md says what is proved and what the numbers mean. Exit code 1: a caller was lost.
`;

const most = { sequences: 100_000_000, rounds: 10_000, callsPerMinute: 600, seed: 0x7fff_ffff };

/** Reads the command line. A refusal is a sentence that names the argument. */
export function readOptions(
  args: readonly string[],
  anySeed: () => number,
): Result<SoakOptions | 'help', string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sequences: { type: 'string' },
        kill: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        'calls-per-minute': { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const isBoth = values.sequences === undefined && !values.kill;
    const forKill = values.rounds === undefined ? 'calls-per-minute' : 'rounds';
    if (values.sequences !== undefined && !values.kill && values[forKill] !== undefined)
      return refused(`--${forKill} belongs to --kill; add --kill, or leave it out`);
    const seed = values.seed === undefined ? anySeed() : whole('seed', values.seed, 0, most.seed);
    const sequences = whole('sequences', values.sequences ?? '10000', 1, most.sequences);
    const rounds = whole('rounds', values.rounds ?? '10', 1, most.rounds);
    const perMinute = values['calls-per-minute'] ?? '40';
    const callsPerMinute = whole('calls-per-minute', perMinute, 1, most.callsPerMinute);
    return ok({
      ...(isBoth || values.sequences !== undefined ? { sequences: { sequences, seed } } : {}),
      ...(isBoth || values.kill ? { kill: { rounds, callsPerMinute, seed } } : {}),
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, least: number, highest: number): number {
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= highest) return value;
  throw new RangeError(
    `--${name} takes a whole number from ${least} to ${highest}, not ${JSON.stringify(text)}`,
  );
}
