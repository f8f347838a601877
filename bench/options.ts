import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '@switchboard/kit/result';

export interface BenchOptions {
  readonly benches: readonly ('calls' | 'feed')[];
  /** How long each measurement lasts. */
  readonly seconds: number;
  /** New calls a second; undefined: the most that is possible is found, and parts of it are measured. */
  readonly rate: number | undefined;
  /** Customers whose calls they are, and how many operators each of them has. */
  readonly tenants: number;
  readonly operators: number;
  /** Numbers of consoles. */
  readonly consoles: readonly number[];
  readonly json: boolean;
  /** Folder for processor profiles of the servers under measurement. */
  readonly profile: string | undefined;
}

export const benchHelp = `npm run bench -- [calls|feed] [options]

  calls               whole lives of calls: how many a second, how fast the answer and the offer
  feed                events from the commit to the last of many consoles
                      Without a name: both, in about six minutes.

  --seconds N         how long each measurement lasts (6)
  --rate N            only this many new calls a second, instead of the most and parts of it
  --tenants N         customers whose calls they are, by turns (20)
  --operators N       operators of each customer (6)
  --consoles N,N      how many consoles follow the feed (1,100,1000)
  --profile FOLDER    a processor profile of each server; slows them down
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
        seconds: { type: 'string', default: '6' },
        rate: { type: 'string' },
        tenants: { type: 'string', default: '20' },
        operators: { type: 'string', default: '6' },
        consoles: { type: 'string', default: '1,100,1000' },
        profile: { type: 'string' },
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
      rate: values.rate === undefined ? undefined : whole('--rate', values.rate, 10_000),
      tenants: whole('--tenants', values.tenants, 1_000),
      operators: whole('--operators', values.operators, 1_000),
      consoles: values.consoles.split(',').map((text) => whole('--consoles', text, 5_000)),
      json: values.json,
      profile: values.profile,
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
