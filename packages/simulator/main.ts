import { parseArgs } from 'node:util';
import { asError } from '@switchboard/kit/lifecycle';
import type { LogFields, Logger } from '@switchboard/kit/logger';
import { type SimulatorOptions, startSimulator } from './start.ts';

const help = `A stand-in Microsoft 365 for the tenant Contoso.

Usage: node packages/simulator/main.ts [options]

  --port N                          http port (8300; 0 takes any free one)
  --tls                             listen on https too, as genuine Microsoft clients demand
  --tls-port N                      https port (8343)
  --host ADDRESS                    address to listen on (127.0.0.1)
  --public-url URL                  address by which others reach it
  --webhook URL                     where incoming calls are announced
  --redirect-uri URL                address to which signing in may return; may be repeated
  --people N                        people in the directory, up to 1000000 (2000)
  --seed N                          another number makes other people and other callers (1)
  --calls-per-minute N              callers who dial by themselves (0)
  --operators auto|manual           whether operators' clients answer by themselves (manual)
  --presence-changes-per-minute N   people whose presence changes by itself (0)
  --help                            this text

Examples:
  node packages/simulator/main.ts --webhook http://localhost:8080/graph/calls
  node packages/simulator/main.ts --people 100000 --calls-per-minute 20 --operators auto
`;

/** A wrong argument: the sentence is for whoever typed it. */
class UsageError extends Error {}

function read(args: string[]): SimulatorOptions | undefined {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8300' },
      tls: { type: 'boolean', default: false },
      'tls-port': { type: 'string', default: '8343' },
      host: { type: 'string', default: '127.0.0.1' },
      'public-url': { type: 'string' },
      webhook: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true, default: [] },
      people: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      'calls-per-minute': { type: 'string', default: '0' },
      operators: { type: 'string', default: 'manual' },
      'presence-changes-per-minute': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { operators, webhook } = values;
  if (operators !== 'auto' && operators !== 'manual') throw new UsageError('--operators is auto or manual');
  const publicUrl = values['public-url'];
  return {
    port: wholeNumber('--port', values.port, 65_535),
    tls: values.tls,
    tlsPort: wholeNumber('--tls-port', values['tls-port'], 65_535),
    host: values.host,
    ...(publicUrl === undefined ? {} : { publicUrl: address('--public-url', publicUrl).replace(/\/$/, '') }),
    ...(webhook === undefined ? {} : { webhook: address('--webhook', webhook) }),
    redirectUris: values['redirect-uri'].map((uri) => address('--redirect-uri', uri)),
    people: wholeNumber('--people', values.people, 1_000_000),
    seed: wholeNumber('--seed', values.seed, 2 ** 31 - 1),
    scenario: {
      callsPerMinute: wholeNumber('--calls-per-minute', values['calls-per-minute'], 10_000),
      operators,
      presenceChangesPerMinute: wholeNumber(
        '--presence-changes-per-minute',
        values['presence-changes-per-minute'],
        100_000,
      ),
    },
    // A person at the telephone page sees the order of things better when the network takes its time.
    settings: { notificationDelayMs: 20 },
    log: stderrLogger,
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`${option} must be a whole number from 0 to ${most}, not '${text}'`);
}

function address(option: string, text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new UsageError(`${option} must be an http or https address, not '${text}'`);
}

const write = (level: string) => (message: string, fields?: LogFields) => {
  const shown = Object.entries(fields ?? {}).filter(([, value]) => value !== undefined);
  const text = shown.map(
    ([name, value]) => ` ${name}=${value instanceof Error ? value.message : String(value)}`,
  );
  process.stderr.write(`${level} ${message}${text.join('')}\n`);
};
const stderrLogger: Logger = {
  debug: write('debug'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
};

async function main(): Promise<number> {
  const options = read(process.argv.slice(2));
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  if (options.webhook === undefined) {
    stderrLogger.warn('without --webhook nobody is told of calls: callers hear the line go dead');
  }
  // Listened for before the start, so that Ctrl-C is never too early.
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  const simulator = await startSimulator(options);
  process.stdout.write(`Telephone and Teams clients: ${simulator.url}/\nStop with Ctrl-C.\n`);
  await interrupted;
  await simulator.stop();
  return 0;
}

/** What can be said to a person instead of a stack. */
function sentence(error: Error & { code?: string; port?: number }): string {
  if (error.code === 'EADDRINUSE') {
    return `port ${error.port ?? ''} is in use; stop what runs there or choose another with --port or --tls-port`;
  }
  if (error.code === 'EACCES')
    return `port ${error.port ?? ''} needs more rights; choose one above 1023 with --port`;
  if (error.code?.startsWith('ERR_PARSE_ARGS') || error instanceof UsageError) {
    return `${error.message}\nRun with --help to see what can be given.`;
  }
  return error.stack ?? error.message;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    process.stderr.write(`${sentence(asError(thrown))}\n`);
    process.exitCode = 1;
  },
);
