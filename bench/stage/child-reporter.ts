import pg from 'pg';

/**
 * Loaded before a server under measurement. Tells its processor time, and on request the statements that it sends to
 * the database. While nothing is recorded the driver is as it was. Ends with the benchmark.
 */
interface Recorded {
  readonly text: string;
  readonly values: readonly unknown[];
}

let recorded: Recorded[] = [];
const query = pg.Client.prototype.query;

/** pg takes a text and values, or one object that holds both. */
function note(first: unknown, second: unknown): void {
  const { text, values } =
    typeof first === 'string'
      ? { text: first, values: second }
      : (first as { text?: string; values?: unknown });
  if (text !== undefined) recorded.push({ text, values: Array.isArray(values) ? (values as unknown[]) : [] });
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
  if (message === 'usage') process.send?.(process.cpuUsage());
  if (message === 'record') process.send?.(record() ?? 'recording');
  if (message === 'take') process.send?.(recorded.splice(0));
  if (message === 'stop recording') {
    pg.Client.prototype.query = query;
    process.send?.('stopped');
  }
});
process.on('disconnect', () => process.exit(0));
