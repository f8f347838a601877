import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { Administration, contoso, run } from './cli.testing.ts';

let administration: Administration;

beforeAll(async () => {
  administration = await Administration.open();
});

afterAll(() => administration?.close());

beforeEach(() => administration.reset());

const cli = (args: readonly string[]) => run(administration.url, args);
const address = `/api/admin/tenants/${contoso}/contacts.csv`;

async function fileWith(text: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchboard-contacts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'contacts.csv');
  await writeFile(file, text);
  return file;
}

test('contacts are printed as the file that import takes', async () => {
  const { code, out } = await cli(['contacts', 'export']);
  expect([code, out]).toEqual([0, 'id,name\r\nshared:1,Jan\n']);
  expect(administration.asked).toContain(`GET ${address}`);
  const json = await cli(['contacts', 'export', '--json']);
  expect(JSON.parse(json.out)).toEqual({ csv: 'id,name\r\nshared:1,Jan\r\n' });
});

test('a file is sent as it is, and what became of it is said', async () => {
  const file = await fileWith('name\nJan Müller\n');
  const { code, out } = await cli(['contacts', 'import', file]);
  expect([code, out]).toEqual([0, 'Added 2, changed 0, left 0 as they were.\n']);
  expect(administration.body).toBe('name\nJan Müller\n');
});

test('rows that are wrong are listed, and a file that is not there is the user’s matter', async () => {
  const wrong = await cli(['contacts', 'import', await fileWith('name,phone\nwrong,1\n')]);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('row 3, phone: check the digits');
  const missing = await cli(['contacts', 'import', '/nowhere/contacts.csv']);
  expect(missing.code).toBe(2);
  expect(missing.err).toContain('cannot be read');
});
