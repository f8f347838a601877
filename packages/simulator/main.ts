import { asError } from '@switchboard/kit/lifecycle';
import type { LogFields, Logger } from '@switchboard/kit/logger';
import { help, readOptions, UsageError } from './command-line.ts';
import { startSimulator } from './start.ts';

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
  const options = readOptions(process.argv.slice(2), stderrLogger);
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  if (options.simulator.webhook === undefined) {
    stderrLogger.warn('without --webhook nobody is told of calls: callers hear the line go dead');
  }
  // Listened for before the start, so that Ctrl-C is never too early.
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  const simulator = await startSimulator(options.simulator);
  const changed = simulator.faults.change(options.faults);
  if (!changed.ok) {
    await simulator.stop();
    throw new UsageError(`--fault: ${changed.refusal}`);
  }
  process.stdout.write(
    `Telephone and Teams clients: ${simulator.url}/\nWhat goes wrong: ${simulator.url}/faults\nStop with Ctrl-C.\n`,
  );
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
