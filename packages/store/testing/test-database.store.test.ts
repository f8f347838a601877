import { afterAll, beforeAll, expect, test } from 'vitest';
import { withConnection } from './scratch-database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([testDatabase(), testDatabase()]);
});

afterAll(() => Promise.all([one, other].map((database) => database?.drop())));

test('two databases know nothing of each other', async () => {
  expect(one.url).not.toBe(other.url);
  await withConnection(one.url, (client) => client.query('create table only_here (id int)'));
  const found = await withConnection(other.url, (client) =>
    client.query("select to_regclass('only_here') as found"),
  );
  expect(found.rows).toEqual([{ found: null }]);
});

test('a database is UTF-8 and changes the case of letters beyond ASCII', async () => {
  const { rows } = await withConnection(one.url, (client) =>
    client.query("select current_setting('server_encoding') as encoding, upper('łódź') as letters"),
  );
  expect(rows).toEqual([{ encoding: 'UTF8', letters: 'ŁÓDŹ' }]);
});

test('drop removes the database even while someone is connected', async () => {
  await withConnection(one.url, async (client) => {
    await one.drop();
    await expect(client.query('select 1')).rejects.toThrow();
  });
  await expect(withConnection(one.url, (client) => client.query('select 1'))).rejects.toThrow(
    'does not exist',
  );
});
