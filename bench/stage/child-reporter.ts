import pg from 'pg';

/**
 * Loaded before a server under measurement. Tells its processor time and memory, and on request the statements that it
 * sends to the database. While nothing is recorded the driver is as it was. Ends with the benchmark.
 */
interface Recorded {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** On the clock that all processes of the machine share, in milliseconds. */
  readonly at: number;
}

let recorded: Recorded[] = [];
const query = pg.Client.prototype.query;

/** pg takes a text and values, or one object that holds both and perhaps a name. */
function note(first: unknown, second: unknown): void {
  const { name, text, values } =
    typeof first === 'string'
      ? { name: undefined, text: first, values: second }
      : (first as { name?: string; text?: string; values?: unknown });
  if (text === undefined) return;
  recorded.push({
    ...(name === undefined ? {} : { name }),
    text,
    values: Array.isArray(values) ? (values as unknown[]) : [],
    at: Number(process.hrtime.bigint()) / 1e6,
  });
}

function record(): void {
  recorded = [];
  const recording = function (this: pg.Client, ...args: readonly unknown[]): unknown {
    note(args[0], args[1]);
    return Reflect.apply(query, this, args);
  };
  pg.Client.prototype.query = recording as typeof query;
}

process.on('message', (message) => {
  if (message === 'usage') process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage.rss() });
  if (message === 'record') process.send?.(record() ?? 'recording');
  if (message === 'take') process.send?.(recorded.splice(0));
  if (message === 'stop recording') {
    pg.Client.prototype.query = query;
    process.send?.('stopped');
  }
});
process.on('disconnect', () => process.exit(0));
