import pg from 'pg';

/** Runs statements over one connection, which is closed in any case. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A server that goes away under an idle connection: the next statement fails with the reason.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/**
 * Creates an empty UTF-8 database in which letters sort and change case alike everywhere, whatever the cluster's own
 * language. The built-in C.UTF-8 came with PostgreSQL 17; before, the C library's serves, where it has one.
 */
export async function createEmptyDatabase(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const builtin = "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'";
  const attempts = (rows[0]?.version ?? 0) >= 170_000 ? [builtin] : ["locale 'C.UTF-8'", "locale 'C'"];
  let failure: unknown;
  for (const locale of attempts) {
    try {
      await client.query(
        `create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8' ${locale}`,
      );
      return;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

export async function databasesLike(client: pg.Client, prefix: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1) order by datname',
    [prefix],
  );
  return rows.map((row) => row.name);
}

/** Closes whatever connections are left: a test that failed may have some. */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}
