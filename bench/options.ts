import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '@switchboard/kit/result';

export type BenchName = 'calls' | 'feed' | 'search' | 'presence' | 'console';

export interface BenchOptions {
  readonly benches: readonly BenchName[];
  /** How long each measurement lasts. */
  readonly seconds: number;
  /** New calls a second; undefined: the most that is possible is found, and parts of it are measured. */
  readonly rate: number | undefined;
  /** Customers whose calls they are, and how many operators each of them has. */
  readonly tenants: number;
  readonly operators: number;
  /** Numbers of consoles. */
  readonly consoles: readonly number[];
  /** Numbers of people in a directory. */
  readonly people: readonly number[];
  /** Of the made-up people and of what is typed for them. */
  readonly seed: number;
  readonly json: boolean;
  /** Folder for processor profiles of the servers under measurement. */
  readonly profile: string | undefined;
}

export const benchHelp = `npm run bench -- [calls|feed|search|presence|console] [options]

  calls               whole lives of calls: how many a second, how fast the answer and the offer
  feed                events from the commit to the last of many consoles
                      Without a name: these two, in about six minutes.
  search              the people search beside PostgreSQL: times, hits, memory; a million people take ten minutes
  presence            a change at Microsoft to the consoles, by subscription and by polling; runs when it is named

  console             the console in Chromium, four times slowed: painting, typing, a busy time, an hour's memory; runs
                      when it is named, in about four minutes

  --seconds N         how long each measurement lasts (6; for presence 20, for console 30)
  --rate N            only this many new calls a second, instead of the most and parts of it
  --tenants N         customers whose calls they are, by turns (20)
  --operators N       operators of each customer (6)
  --consoles N,N      how many consoles follow the feed (1,100,1000)
  --people N,N        how many people there are (10000,100000,1000000; for presence 2000,20000,100000;
                      for console 100000)
  --seed N            of the made-up people (1)
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
        seconds: { type: 'string' },
        rate: { type: 'string' },
        tenants: { type: 'string', default: '20' },
        operators: { type: 'string', default: '6' },
        consoles: { type: 'string', default: '1,100,1000' },
        profile: { type: 'string' },
        people: { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const unknown = positionals.find((name) => !isBench(name));
    if (unknown !== undefined)
      return refused(`${unknown} is no benchmark; there are calls, feed, search, presence and console`);
    const only = positionals[0];
    return ok({
      benches: only !== undefined && isBench(only) ? [only] : ['calls', 'feed'],
      seconds: whole('--seconds', values.seconds ?? usualSeconds(only), 600),
      rate: values.rate === undefined ? undefined : whole('--rate', values.rate, 10_000),
      tenants: whole('--tenants', values.tenants, 1_000),
      operators: whole('--operators', values.operators, 1_000),
      consoles: values.consoles.split(',').map((text) => whole('--consoles', text, 5_000)),
      people: (values.people ?? usualPeople(only))
        .split(',')
        .map((text) => whole('--people', text, 5_000_000)),
      seed: whole('--seed', values.seed, 2 ** 31),
      json: values.json,
      profile: values.profile,
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

const isBench = (name: string): name is BenchName =>
  ['calls', 'feed', 'search', 'presence', 'console'].includes(name);

const usualSeconds = (name: string | undefined): string =>
  name === 'console' ? '30' : name === 'presence' ? '20' : '6';

const usualPeople = (name: string | undefined): string =>
  name === 'presence' ? '2000,20000,100000' : name === 'console' ? '100000' : '10000,100000,1000000';

function whole(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  throw new RangeError(`${name} takes whole numbers from 1 to ${most}, not ${JSON.stringify(text)}`);
}
