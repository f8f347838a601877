/** What a log line keeps of an error. All else that libraries hang onto errors may be a caller's number or name. */
interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggableError;
  readonly errors?: readonly LoggableError[];
  readonly [field: string]: unknown;
}

/** Fields that say where and of what kind; none of them holds a value. PostgreSQL's `detail`, `where` and `hint` do. */
const kept = [
  'code',
  'category',
  'statusCode',
  'syscall',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
] as const;

/** A cause of a cause of a cause says nothing new. */
const deepest = 3;

/** An error for the log, without what it says of the rows or values that it is about. */
export function loggableError(error: Error, depth = 0): LoggableError {
  const own = error as Error & Readonly<Record<string, unknown>>;
  const fields = Object.fromEntries(
    kept.flatMap((name) => {
      const value = own[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
  const message = messageOf(own);
  const inner = (one: unknown): LoggableError[] =>
    one instanceof Error && depth < deepest ? [loggableError(one, depth + 1)] : [];
  const [cause] = inner(error.cause);
  const errors = Array.isArray(own['errors']) ? (own['errors'] as unknown[]).flatMap(inner) : [];
  return {
    type: error.name,
    message,
    ...(error.stack === undefined ? {} : { stack: error.stack.replace(error.message, () => message) }),
    ...fields,
    ...(cause === undefined ? {} : { cause }),
    ...(errors.length === 0 ? {} : { errors }),
  };
}

/** Codes of PostgreSQL's whose message quotes the value that it could not take (class 22, data exception). */
const quotesValues = /^22[0-9A-Z]{3}$/;

function messageOf({ message, code }: Readonly<Record<string, unknown>> & Error): string {
  return typeof code === 'string' && quotesValues.test(code) ? message.replaceAll(/".*"/gs, '"…"') : message;
}
