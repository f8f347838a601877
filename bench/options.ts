import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '@switchboard/kit/result';

export interface BenchOptions {
  readonly benches: readonly ('calls' | 'feed')[];
  /** How long each measurement lasts. */
  readonly seconds: number;
  /** New calls a second, in the measurement at a fixed rate. */
  readonly rate: number;
  /** Calls under way at once, in the measurement of the most that is possible. */
  readonly inFlight: number;
  /** Numbers of consoles. */
  readonly consoles: readonly number[];
  readonly json: boolean;
}

export const benchHelp = `npm run bench -- [calls|feed] [options]

  calls               a call's way through the server: notification in, answer out, offer on a console
  feed                events from the commit to the last of many consoles
                      Without a name: both, in less than three minutes.

  --seconds N         how long each measurement lasts (12)
  --rate N            new calls a second at the fixed rate (20)
  --in-flight N       calls under way at once for the highest rate (48)
  --consoles N,N      how many consoles follow the feed (1,100,1000)
  --json              figures as JSON on standard output
  --help              this

  npm run bench -- calls --rate 50 --seconds 30
  npm run bench -- feed --consoles 10,500 --json > feed.json
`;

/** Reads the command line. A refusal is a sentence that names the argument. */
export function readOptions(args: readonly string[]): Result<BenchOptions | 'help', string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '12' },
        rate: { type: 'string', default: '20' },
        'in-flight': { type: 'string', default: '48' },
        consoles: { type: 'string', default: '1,100,1000' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const unknown = positionals.find((name) => name !== 'calls' && name !== 'feed');
    if (unknown !== undefined) return refused(`${unknown} is no benchmark; there are calls and feed`);
    const only = positionals[0];
    return ok({
      benches: only === 'calls' || only === 'feed' ? [only] : ['calls', 'feed'],
      seconds: whole('--seconds', values.seconds, 600),
      rate: whole('--rate', values.rate, 10_000),
      inFlight: whole('--in-flight', values['in-flight'], 1_000),
      consoles: values.consoles.split(',').map((text) => whole('--consoles', text, 5_000)),
      json: values.json,
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  throw new RangeError(`${name} takes whole numbers from 1 to ${most}, not ${JSON.stringify(text)}`);
}
