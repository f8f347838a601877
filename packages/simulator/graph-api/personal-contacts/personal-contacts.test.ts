import { must } from '@switchboard/kit/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { emptyContact } from '../../world/personal-contact.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, omar, jan } = contoso.people;
const token = tokens.user(eva, 'Contacts.Read');
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

type Item = Record<string, unknown>;
const book = () => must(bench.world.contactBooks.of(eva), 'a book');

async function round(first: string, headers: Record<string, string> = {}) {
  const items: Item[] = [];
  let pages = 0;
  for (let next = first; ; ) {
    const { status, body } = await bench.get(next, { token, headers });
    expect(status).toBe(200);
    items.push(...(body.value as Item[]));
    pages += 1;
    if ('@odata.deltaLink' in body) return { items, pages, deltaLink: String(body['@odata.deltaLink']) };
    next = String(body['@odata.nextLink']);
  }
}

test('an operator’s contacts come ten a page, and their folders without the default one', async () => {
  const first = await bench.get('/me/contacts?$select=displayName,businessPhones', { token });
  expect(first.body.value).toHaveLength(10);
  const second = await bench.get(String(first.body['@odata.nextLink']), { token });
  expect(second.body.value).toHaveLength(2);
  expect(second.body).not.toHaveProperty('@odata.nextLink');
  const folders = (await bench.get('/me/contactFolders', { token })).body.value as Item[];
  expect(folders.map(({ displayName }) => displayName)).toEqual(['Suppliers', 'Family']);
  const suppliers = `/me/contactFolders/${String(folders[0]?.id)}`;
  expect((await bench.get(`${suppliers}/childFolders`, { token })).body.value).toMatchObject([
    { displayName: 'Couriers', parentFolderId: folders[0]?.id },
  ]);
  expect((await bench.get(`${suppliers}/contacts?$top=100`, { token })).body.value).toHaveLength(8);
  expect((await bench.get('/me/contactFolders/none/contacts', { token })).status).toBe(404);
});

test('a contact is found by a filter, ordered by name, and shown by id', async () => {
  const { displayName, id } = must(book().contactsIn('')?.at(3), 'a contact');
  const filter = encodeURIComponent(`startswith(displayName,'${displayName.replaceAll("'", "''")}')`);
  const path = `/me/contacts?$filter=${filter}&$select=id&$orderby=displayName&$count=true`;
  const { body } = await bench.get(path, { token });
  expect(body).toMatchObject({ '@odata.count': expect.any(Number), value: [{ id }] });
  expect((await bench.get(`/me/contacts/${id}`, { token })).body).toMatchObject({
    displayName,
    parentFolderId: book().rootId,
    emailAddresses: expect.any(Array),
    businessAddress: { city: expect.any(String) },
  });
  expect((await bench.get('/me/contacts/none', { token })).status).toBe(404);
});

test('what is added, changed and deleted is seen by delta, in pages of the size asked for', async () => {
  const first = await round('/me/contacts/delta', { Prefer: 'odata.maxpagesize=5' });
  expect([first.items.length, first.pages]).toEqual([12, 3]);
  expect(first.deltaLink).toContain('$deltaToken=');
  const contacts = must(book().contactsIn(''), 'contacts');
  const gone = must(contacts.at(0), 'the first').id;
  contacts.remove(gone, true);
  contacts.add({ ...emptyContact, id: 'new-one', displayName: 'Nora Quist', mobilePhone: '+44 7700 900001' });
  contacts.update('new-one', { companyName: 'Fabrikam' });
  const next = await round(first.deltaLink);
  expect(next.items).toMatchObject([
    { id: gone, '@removed': { reason: 'deleted' } },
    { id: 'new-one', displayName: 'Nora Quist', companyName: 'Fabrikam' },
    { id: 'new-one', mobilePhone: '+44 7700 900001' },
  ]);
  expect((await round(next.deltaLink)).items).toEqual([]);
});

test('folders are followed by delta too, and each folder by a token of its own', async () => {
  const first = await round('/me/contactFolders/delta');
  expect(first.items).toHaveLength(3);
  const [suppliers] = book().folders.all();
  const contacts = await round(`/me/contactFolders/${suppliers?.id ?? ''}/contacts/delta`);
  expect(contacts.items).toHaveLength(8);
  book().addFolder('folder-new', 'Doctors');
  book().removeFolder(suppliers?.id ?? '');
  expect((await round(first.deltaLink)).items).toMatchObject([
    { id: 'folder-new', displayName: 'Doctors' },
    { '@removed': { reason: 'deleted' } },
    { id: suppliers?.id, '@removed': { reason: 'deleted' } },
  ]);
  expect((await bench.get(contacts.deltaLink, { token })).status).toBe(404);
  const foreign = `/me/contacts/delta?$deltaToken=${new URL(first.deltaLink).searchParams.get('$deltaToken') ?? ''}`;
  expect((await bench.get(foreign, { token })).status).toBe(410);
});

test('nobody reads a colleague’s contacts, an application reads them all', async () => {
  const denied = { status: 403, body: { error: { code: 'ErrorAccessDenied' } } };
  const shared = tokens.user(eva, 'Contacts.Read', 'Contacts.Read.Shared');
  expect(await bench.get(`/users/${omar}/contacts`, { token: shared })).toMatchObject(denied);
  expect(await bench.get('/me/contacts', { token: tokens.user(eva, 'User.Read') })).toMatchObject(denied);
  expect((await bench.get('/me/contacts', { token: tokens.appWith('Contacts.Read') })).status).toBe(403);
  const { body } = await bench.get(`/users/${jan}/contacts`, { token: tokens.appWith('Contacts.Read') });
  expect(body.value).toHaveLength(3);
});

test.each([
  ['/me/contacts?$search="x"', 'ErrorInvalidUrlQuery'],
  ['/me/contacts?$top=0', 'ErrorInvalidUrlQueryFilter'],
  ['/me/contacts?$select=shoeSize', 'ErrorInvalidProperty'],
  ["/me/contacts/delta?$filter=displayName eq 'x'", 'ErrorInvalidProperty'],
])('%s is refused with %s', async (path, code) => {
  expect(await bench.get(path, { token })).toMatchObject({ status: 400, body: { error: { code } } });
});
