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
  const query = (text: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    if (name !== undefined && rest.length === 0)
      return sendNamed(client, name, text as string, values as unknown[]);
    return Reflect.apply(pg.Client.prototype.query, client, [text, values, ...rest]);
  };
  Object.assign(client, { query });
}

/** Through a `Query` of its own: pg copies an object of settings property by property, descriptors and all. */
function sendNamed(
  client: pg.PoolClient,
  name: string,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const callback = (error: Error | null, result: pg.QueryResult): void =>
      error === null || error === undefined ? resolve(result) : reject(error);
    const query = Object.assign(new pg.Query(text, values), { name, callback });
    Reflect.apply(pg.Client.prototype.query, client, [query]);
  });
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  if (!hasPlan.test(text) || allColumns.test(text)) return undefined;
  const name = `switchboard_${names.size}`;
  names.set(text, name);
  return name;
}
