import { personId, tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { orgContactsDelta } from './org-contacts-delta.ts';
import { contactFolders, personalContactsDelta } from './personal-contacts.ts';

const contoso = tenantId('contoso');
const noor = { tenantId: contoso, operator: { personId: personId('noor'), token: 'token of noor' } };
const deltaLink = 'https://graph.microsoft.com/v1.0/contacts/delta?$deltatoken=2';
const pageOf = (...value: unknown[]) => ({ body: { value, '@odata.deltaLink': deltaLink } });
const tidy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('organisational contacts', () => {
  const read = async (...value: unknown[]) => {
    const { client, asked } = stubClient(pageOf(...value));
    const { value: page } = await orgContactsDelta(client, contoso).next();
    if (!page?.ok) throw new Error('the page is refused');
    return { page: page.value, asked };
  };

  test('come with the numbers of each type and their one address', async () => {
    const { page, asked } = await read({
      id: 'ERIC',
      displayName: 'Eric S',
      phones: [
        { type: 'Business', number: '+442079460150' },
        { type: 'mobile', number: '+442079460151' },
        { type: 'businessFax', number: '+442079460152' },
        { type: 'other' },
      ],
      addresses: [{ street: '1 Example Street', city: 'London', countryOrRegion: 'United Kingdom' }],
      'manager@delta': [{ id: 'BOSS' }],
    });
    expect(tidy(page.items)).toEqual([
      {
        id: 'eric',
        displayName: 'Eric S',
        phone: '+442079460150',
        otherPhone: null,
        mobilePhone: '+442079460151',
        streetAddress: '1 Example Street',
        city: 'London',
        country: 'United Kingdom',
        officeLocation: null,
        managerId: 'boss',
      },
    ]);
    expect(asked[0]).toMatchObject({ priority: 'low', kind: 'directory' });
    expect(asked[0]?.path).toMatch(/^\/contacts\/delta\?\$select=id,.*,phones,addresses,manager$/);
  });

  test('say nothing of what was not said, and name what is of a wrong type', async () => {
    const { page } = await read({ id: 'a', department: 7, phones: 'none' }, { id: 'b' }, [], {
      id: 'Gone',
      '@removed': { reason: 'Changed' },
    });
    expect(tidy(page.items)).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(page.removed).toEqual([{ id: 'gone', canComeBack: true }]);
    expect(page.ignored).toEqual([
      'value[0]: of a wrong type: department, phones',
      'value[2]: a contact without an id',
    ]);
  });

  test('that were all read wrong fill no log', async () => {
    const { page } = await read(...Array.from({ length: 500 }, () => 'x'));
    expect(page.ignored).toHaveLength(51);
    expect(page.ignored.at(-1)).toBe('and 450 more in this page');
  });

  test('whose pages lead in a circle end with a refusal', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/contacts/delta?$skiptoken=1';
    const circle = { body: { value: [], '@odata.nextLink': nextLink } };
    const { client } = stubClient(circle, circle);
    const pages = [];
    for await (const page of orgContactsDelta(client, contoso)) pages.push(page.ok);
    expect(pages).toEqual([true, false]);
  });
});

describe('an operator’s own contacts', () => {
  test('are read in their words, with their ids as they are', async () => {
    const { client, asked } = stubClient(
      pageOf({
        id: 'AAMkAD=',
        displayName: 'Jan Novak',
        emailAddresses: [{ name: 'no address' }, { address: 'jan@fabrikam.example' }],
        businessPhones: ['+15550101', '+15550102'],
        homePhones: ['+15550103'],
        mobilePhone: null,
        businessAddress: { city: 'Springfield', countryOrRegion: 'United States' },
        manager: 'Ana Cruz',
        personalNotes: 'not ours to know',
      }),
    );
    const { value: page } = await personalContactsDelta(client, noor, undefined).next();
    expect(page?.ok && tidy(page.value.items)).toEqual([
      {
        id: 'AAMkAD=',
        displayName: 'Jan Novak',
        mail: 'jan@fabrikam.example',
        phone: '+15550101',
        otherPhone: '+15550102',
        mobilePhone: null,
        city: 'Springfield',
        country: 'United States',
        managerName: 'Ana Cruz',
      },
    ]);
    expect(asked[0]).toMatchObject({ token: 'token of noor', mailbox: 'noor' });
    expect(asked[0]?.path).toMatch(/^\/me\/contacts\/delta\?\$select=/);
    expect(asked[0]?.path).not.toMatch(/personalNotes|birthday|spouse/);
  });

  test('have the second number from home where work has one only', async () => {
    const { client } = stubClient(pageOf({ id: 'a', businessPhones: [], homePhones: ['+15550103'] }));
    const { value: page } = await personalContactsDelta(client, noor, 'F 1').next();
    expect(page).toMatchObject({ value: { items: [{ phone: null, otherPhone: '+15550103' }] } });
  });

  test('are removed by the id that they had', async () => {
    const { client, asked } = stubClient(pageOf({ id: 'AAMkAd', '@removed': { reason: 'deleted' } }));
    const { value: page } = await personalContactsDelta(client, noor, 'F/1').next();
    expect(page).toMatchObject({ value: { removed: [{ id: 'AAMkAd', canComeBack: false }] } });
    expect(asked[0]?.path).toMatch(/^\/me\/contactFolders\/F%2F1\/contacts\/delta/);
  });

  test('lie in folders and folders inside them', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/me/contactFolders?$skip=1';
    const { client, asked } = stubClient(
      { body: { value: [{ id: 'A', displayName: 'Suppliers' }, 'x'], '@odata.nextLink': nextLink } },
      { body: { value: [{ id: 'C', displayName: 'Old', parentFolderId: 'A' }] } },
      { body: { value: [{ id: 'A', displayName: 'Suppliers' }], '@odata.nextLink': nextLink } },
      { body: { value: [] } },
    );
    expect(await contactFolders(client, noor)).toEqual({
      ok: true,
      value: [
        { id: 'A', name: 'Suppliers' },
        { id: 'C', name: 'Old', parentId: 'A' },
      ],
    });
    expect(asked.map(({ path }) => path)).toEqual([
      '/me/contactFolders?$top=100',
      '/me/contactFolders/A/childFolders?$top=100',
      nextLink,
      '/me/contactFolders/C/childFolders?$top=100',
    ]);
  });

  test('are not read without their consent', async () => {
    const { client } = stubClient(problem('forbidden', 403, 'ErrorAccessDenied'));
    expect(await contactFolders(client, noor)).toMatchObject({ ok: false, refusal: { code: 'noRight' } });
  });
});
