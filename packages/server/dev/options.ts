import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '@switchboard/kit/result';

export interface DevOptions {
  readonly port: number;
  readonly people: number;
  readonly callsPerMinute: number;
  /** What goes wrong at the simulated Microsoft, as `NAME=P` or `NAME.MEMBER=VALUE`. */
  readonly faults: readonly string[];
  /** A story to play: its file, or the name of one that comes along. */
  readonly scenario: string | undefined;
  readonly reset: boolean;
  readonly data: string;
}

export const devHelp = `Switchboard with everything it needs: the server, a database, and a simulated Microsoft 365.

Usage: npm start -- [options]

  --port N               port of the console (3000); the simulated Microsoft 365 takes the next one
  --people N             colleagues in the simulated directory, up to 1000000 (2000)
  --calls-per-minute N   outside callers who dial by themselves (0)
  --fault NAME=P         something goes wrong at Microsoft, such as drop=0.05 or unavailable=0.1; may be repeated. All
                         of them can be turned on the page /faults of the simulated Microsoft 365
  --scenario NAME        a story to play: busy-morning, bad-day-at-microsoft, nobody-picks-up, or a file of your own
  --reset                begin anew: calls, sessions and the directory are forgotten
  --data FOLDER          where data stays between starts (.data)
  --help                 this text

Examples:
  npm start
  npm start -- --port 8080 --calls-per-minute 6
  npm start -- --scenario busy-morning --fault drop=0.05
`;

/** Reads the command line. A refusal is a sentence for whoever typed it. */
export function readDevOptions(args: readonly string[]): Result<DevOptions | 'help', string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        people: { type: 'string', default: '2000' },
        'calls-per-minute': { type: 'string', default: '0' },
        fault: { type: 'string', multiple: true, default: [] },
        scenario: { type: 'string' },
        reset: { type: 'boolean', default: false },
        data: { type: 'string', default: '.data' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    return ok({
      port: wholeNumber('--port', values.port, 65_534),
      people: wholeNumber('--people', values.people, 1_000_000),
      callsPerMinute: wholeNumber('--calls-per-minute', values['calls-per-minute'], 6_000),
      faults: values.fault,
      scenario: values.scenario,
      reset: values.reset,
      data: values.data,
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new Error(`${name} ${text}: give a whole number from 0 to ${most}`);
  }
  return value;
}
