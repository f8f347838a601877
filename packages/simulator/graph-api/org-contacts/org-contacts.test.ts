import { must } from '@switchboard/kit/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, tokens } from '../bench.testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

type Item = Record<string, unknown>;

test('contacts of the organisation have telephones by kind and an address', async () => {
  const filter = encodeURIComponent("displayName eq 'Adventure Works Courier Desk'");
  const { body } = await bench.get(`/contacts?$filter=${filter}`);
  expect(body.value).toMatchObject([
    {
      companyName: 'Adventure Works',
      phones: [
        { type: 'business', number: '+44 20 7946 0850' },
        { type: 'other', number: '+44 20 7946 0851' },
      ],
      addresses: [{ city: expect.any(String), countryOrRegion: expect.any(String) }],
    },
  ]);
});

test('they are followed by delta: changed, new, binned, gone for good', async () => {
  const ledger = bench.world.orgContacts;
  const [one, two, three] = [0, 1, 2].map((place) => must(ledger.at(place), 'a contact'));
  const first = await bench.get('/contacts/delta?$select=displayName,phones');
  expect((first.body.value as Item[]).length).toBe(ledger.end);
  const { id } = ledger.add({ ...must(one, 'one'), id: bench.world.newId(), displayName: 'Ada Sample' });
  ledger.update(one?.id ?? '', { mobilePhone: '+44 7700 900555' });
  ledger.remove(two?.id ?? '', false);
  ledger.remove(three?.id ?? '', true);
  const next = await bench.get(String(first.body['@odata.deltaLink']), {
    headers: { Prefer: 'return=minimal' },
  });
  expect(next.headers.get('preference-applied')).toBe('return=minimal');
  expect(next.body.value).toEqual([
    { id, displayName: 'Ada Sample', phones: expect.any(Array) },
    { id: one?.id, phones: expect.arrayContaining([{ type: 'mobile', number: '+44 7700 900555' }]) },
    { id: two?.id, '@removed': { reason: 'changed' } },
    { id: three?.id, '@removed': { reason: 'deleted' } },
  ]);
});

test('one is shown by id, with the permission for contacts of the organisation only', async () => {
  const id = bench.world.orgContacts.at(0)?.id ?? '';
  expect((await bench.get(`/contacts/${id}?$select=mail`)).body).toMatchObject({
    mail: 'courier@adventure-works.example',
  });
  expect((await bench.get('/contacts/none')).status).toBe(404);
  expect((await bench.get('/contacts', { token: tokens.appWith('User.Read.All') })).status).toBe(403);
});

test.each(['/users', '/groups', '/contacts', '/users/delta', '/groups/delta', '/contacts/delta'])(
  '%s refuses an option that it does not know, and leaves the client’s own alone',
  async (path) => {
    expect((await bench.get(`${path}?$apply=x`)).status).toBe(400);
    expect((await bench.get(`${path}?mine=x`)).status).toBe(200);
  },
);
