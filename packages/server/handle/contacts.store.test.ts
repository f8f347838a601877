import { personId } from '@switchboard/domain/ids';
import type { Store } from '@switchboard/store/access/store';
import { readPeople } from '@switchboard/store/people/read-people';
import { contoso, now, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { exportContacts } from './contact-export.ts';
import { importContacts } from './contact-import.ts';

const clock = { now: () => now, after: () => () => undefined };

async function stage() {
  const { store, other } = await tenantStores();
  let id = 0;
  const newId = () => `0${(id += 1)}`;
  const take = (file: string | Uint8Array, at: Store = store) =>
    importContacts({ store: at, clock, newId }, { tenantId: contoso, by: olga }, inChunks(file));
  return { store, other, take };
}

/** As a network brings it: cut anywhere, also inside of letters. */
async function* inChunks(file: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const step = Math.max(size, Math.ceil(bytes.length / 500));
  for (let from = 0; from < bytes.length; from += step) yield bytes.subarray(from, from + step);
}

async function exported(store: Store): Promise<string> {
  let text = '';
  for await (const part of exportContacts(store, contoso)) text += part;
  return text;
}

const read = async (store: Store, id: string) => (await readPeople(store, contoso, olga, [personId(id)]))[0];

const file = `Name,Organisation,Phone,Tasks,Note
"Müller, Jan",Fabrikam,020 7946 0301,"invoices; parking","Rings back
after noon"
Ana Lima,Adatum,+1 555 010 0142,,
`;

test('a file is taken, its numbers read by the tenant’s country, and the same file changes nothing', async () => {
  const { store, take } = await stage();
  expect(await take(file)).toEqual({ added: 2, changed: 0, unchanged: 0, problems: [] });
  expect(await read(store, 'shared:01')).toMatchObject({
    source: 'shared',
    person: { name: 'Müller, Jan', organisation: 'Fabrikam', phone: '+442079460301' },
    traits: { tasks: ['invoices', 'parking'], note: { text: 'Rings back\nafter noon', by: olga, at: now } },
  });
  expect(await take(file)).toEqual({ added: 0, changed: 0, unchanged: 2, problems: [] });
});

test('what is exported comes in again as it was, and what was changed in it is changed', async () => {
  const { store, take } = await stage();
  await take(file);
  const csv = await exported(store);
  expect(csv.split('\r\n')[0]).toBe(
    '\ufeffid,name,givenName,surname,organisation,department,jobTitle,mail,phone,otherPhone,mobile,street,postalCode,city,country,tasks,note',
  );
  expect(await take(csv)).toEqual({ added: 0, changed: 0, unchanged: 2, problems: [] });
  expect(await take(csv.replace('Adatum', 'Northwind'))).toMatchObject({ changed: 1, unchanged: 1 });
  expect((await read(store, 'shared:02'))?.person).toMatchObject({
    name: 'Ana Lima',
    organisation: 'Northwind',
  });
});

test('what has no column stays; what is empty in its column goes', async () => {
  const { store, take } = await stage();
  await take(file);
  const tab = 'NAME\tphone\tCity\torganisation\nAna Lima\t+15550100142\tLisbon\t\n';
  expect(await take(tab)).toMatchObject({ changed: 1, added: 0 });
  const { person } = (await read(store, 'shared:02')) ?? {};
  expect(person).toMatchObject({ city: 'Lisbon', phone: '+15550100142' });
  expect(person).not.toHaveProperty('organisation');
  expect(await take('name,phone\n"Müller, Jan",+442079460301\n')).toMatchObject({ unchanged: 1 });
});

test('rows that are wrong are named with field and remedy, and nothing is taken', async () => {
  const { store, take } = await stage();
  const wrong = `name;phone;mail;id
Good One;020 7946 0302;;
;020 7946 0303;;
Bad Number;12;;
Bad Mail;;nowhere;
Stranger;;;personal:x
Good One;+44 20 7946 0302;;
More;;;;extra
${'x'.repeat(130)};;;
`;
  const { problems, ...counts } = await take(wrong);
  expect(counts).toEqual({ added: 0, changed: 0, unchanged: 0 });
  expect(problems.map(({ row, field }) => [row, field])).toEqual([
    [3, 'name'],
    [4, 'phone'],
    [5, 'mail'],
    [8, undefined],
    [9, 'name'],
  ]);
  const later = await take(
    'name;phone;id\nGood One;020 7946 0302;\nX;;personal:x\nGood One;+442079460302;\n',
  );
  expect(later.problems).toEqual([
    {
      row: 3,
      field: 'id',
      why: 'idUnfit',
      about: [],
      remedy: 'leave it as it was exported, or empty for a new contact',
    },
    {
      row: 4,
      why: 'sameContact',
      about: ['2'],
      remedy: 'this is the contact of row 2; leave one of them',
    },
  ]);
  expect((await exported(store)).trim().split('\r\n')).toHaveLength(1);
});

test.each([
  ['nothing', '', /row of headings/],
  ['no headings', 'Ana,Lima\nJan,Berg\n', /no column "Ana"/],
  ['a heading twice', 'name,Name\n', /once/],
  ['no names', 'phone,city\n1,2\n', /one of them name/],
  ['an open quote', 'name\n"Ana\nJan\n', /quotes/],
  ['a quote in between', 'name,city\nA"na,"x"y\n', /quotes/],
  ['a row without an end', `name\n"${'x'.repeat(40_000)}`, /20000 characters/],
])('a file with %s is refused in a sentence', async (_what, text, remedy) => {
  const { take } = await stage();
  const { problems } = await take(text);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test.each([
  ['an open quote', 'name\nAna\n"Jan\nEva\n', 3],
  ['a quote in between', `name,note\n${'Ana,"Leeds\nLondon"\n'.repeat(40)}A"na,"x"\n`, 42],
  ['too much in a row', `name\nAna\n\n"${'x'.repeat(40_000)}"\n`, 4],
])('of %s the row is named', async (_what, text, row) => {
  const { take } = await stage();
  expect((await take(text)).problems).toMatchObject([{ row }]);
});

test('a file in another encoding, or none at all, is refused in a sentence', async () => {
  const { take } = await stage();
  const latin = new Uint8Array([...Buffer.from('name\nM'), 0xfc, ...Buffer.from('ller\n')]);
  expect((await take(latin)).problems[0]?.remedy).toMatch(/UTF-8/);
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 1]);
  expect((await take(zip)).problems[0]?.remedy).toMatch(/UTF-8/);
});

test('what a spreadsheet would take for a formula is exported as text, and comes back', async () => {
  const { store, take } = await stage();
  await take('name,note\n"=HYPERLINK(""https://x.example"")","@SUM(A1)"\n-2+3,"+1"\n');
  const csv = await exported(store);
  for (const cell of csv.split(/[,\r\n]/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@]/);
  expect((await read(store, 'shared:01'))?.person.name).toBe('=HYPERLINK("https://x.example")');
  expect(await take(csv)).toMatchObject({ unchanged: 2, problems: [] });
});

test('twenty thousand contacts are taken and given out, and no more', async () => {
  const { store, take } = await stage();
  const rows = Array.from({ length: 20_000 }, (_, n) => `Contact ${n},+4420794${String(n).padStart(5, '0')}`);
  expect(await take(`name,phone\n${rows.join('\n')}\n`)).toMatchObject({ added: 20_000, problems: [] });
  expect((await exported(store)).trim().split('\r\n')).toHaveLength(20_001);
  expect((await take('name\nOne More\n')).problems[0]?.remedy).toMatch(/room for 20000/);
  const more = `name\n${Array.from({ length: 20_100 }, (_, n) => `Person ${n}`).join('\n')}`;
  expect((await take(more)).problems[0]?.remedy).toMatch(/room for 20000/);
});

test('two servers that take the same file at once keep each contact once', async () => {
  const { store, other, take } = await stage();
  const both = await Promise.all([take(file), take(file, other)]);
  expect(both.map(({ added, unchanged }) => added + unchanged)).toEqual([2, 2]);
  expect((await exported(store)).match(/Ana Lima/g)).toHaveLength(1);
});
