import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench } from '../bench.testing.ts';

const { eva, jan, omar } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const latest = async (): Promise<string> =>
  String((await bench.get('/users/delta?$deltatoken=latest')).body['@odata.deltaLink']);
const rename = (person: string) => bench.control.changePerson(person, { jobTitle: 'Chief' });

test.each(['syncStateNotFound', 'resyncRequired'] as const)(
  'a round can be refused with 410 and %s, and the way to begin again',
  async (code) => {
    const link = await latest();
    bench.faults.set({ resync: { next: 1, code } });
    const refused = await bench.get(link);
    expect(refused).toMatchObject({ status: 410, body: { error: { code } } });
    expect(refused.headers.get('location')).toMatch(/\/users\/delta\?\$deltatoken=$/);
    expect((await bench.get(link)).status).toBe(200);
    expect((await bench.get('/users/delta')).status).toBe(200);
  },
);

test('a round can tell changes of the rounds before once more', async () => {
  let link = await latest();
  for (const person of [eva, omar]) {
    rename(person);
    link = String((await bench.get(link)).body['@odata.deltaLink']);
  }
  rename(jan);
  bench.faults.set({ replay: { next: 1, changes: 1 } });
  const ids = async () => ((await bench.get(link)).body.value as { id: string }[]).map(({ id }) => id);
  expect(await ids()).toEqual([omar, jan]);
  expect(await ids()).toEqual([jan]);
});

test('how long a token lives is a setting, for the directory and for mailboxes', async () => {
  const link = await latest();
  bench.control.changeSettings({ deltaTokenDays: 0.01 });
  await bench.pass(3_600);
  expect((await bench.get(link)).status).toBe(410);
});
