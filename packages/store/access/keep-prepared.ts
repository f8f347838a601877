import pg from 'pg';

/** Statements whose number is not bounded, by lists of different lengths, must not fill the memory of PostgreSQL. */
const mostNames = 200;
const names = new Map<string, string>();
/** `*` for columns, and not in `count(*)`. */
const allColumns = /(?<!\()\*/;

/** What PostgreSQL plans; the bounds of transactions it does not. */
const hasPlan = /^\s*(?:select|with|insert|update|delete)\b/i;

/**
 * Lets a connection keep its statements prepared: PostgreSQL reads and plans each of them once instead of every time,
 * which is most of what a short statement costs. A statement that says `*` is not kept: it would fail on connections
 * that are older than a column that another server's migration has added.
 */
export function keepPrepared(client: pg.PoolClient): void {
  const query = (...args: readonly unknown[]): unknown =>
    Reflect.apply(pg.Client.prototype.query, client, withName(args));
  Object.assign(client, { query });
}

function withName([text, values, ...rest]: readonly unknown[]): readonly unknown[] {
  if (typeof text !== 'string' || !Array.isArray(values)) return [text, values, ...rest];
  const name = nameOf(text);
  return name === undefined
    ? [text, values, ...rest]
    : [{ name, text, values: values as unknown[] }, ...rest];
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  if (!hasPlan.test(text) || allColumns.test(text)) return undefined;
  const name = `switchboard_${names.size}`;
  names.set(text, name);
  return name;
}
