import { tenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { describe, expect, test } from 'vitest';
import { stubClient } from '../client/stub-client.testing.ts';
import { readUser } from './directory-person.ts';
import { getUser } from './get-user.ts';
import { mappedProperty, mappedValues } from './mapped-property.ts';
import { usersDelta } from './users-delta.ts';

const property = (name: string) => {
  const mapped = mappedProperty(name);
  if (!mapped.ok) throw new Error(mapped.refusal.message);
  return mapped.value;
};

test.each([
  ['faxNumber', 'faxNumber', undefined],
  [' extensionAttribute15 ', 'onPremisesExtensionAttributes', 'extensionAttribute15'],
  [
    'onPremisesExtensionAttributes/extensionAttribute3',
    'onPremisesExtensionAttributes',
    'extensionAttribute3',
  ],
  [
    'extension_0123456789abcdef0123456789abcdef_desk',
    'extension_0123456789abcdef0123456789abcdef_desk',
    undefined,
  ],
  ['contoso_people/desk', 'contoso_people', 'desk'],
])('the name %j selects %s and takes the member %s', (name, select, member) => {
  expect(property(name)).toEqual({ name: name.trim(), select, ...(member && { member }) });
});

test.each(['', 'a b', 'a,b', "x'&$filter=1", 'a/b/c', '7th', 'a'.repeat(200)])(
  '%j is refused as no name of a property',
  (name) => {
    expect(mappedProperty(name)).toMatchObject({ ok: false, refusal: { code: 'noPropertyName' } });
  },
);

describe('mapped properties', () => {
  const item = {
    id: 'EVA',
    faxNumber: '+442079460199',
    employeeNumber: 17,
    otherMails: ['eva@contoso.example', 'e@contoso.example'],
    onPremisesExtensionAttributes: { extensionAttribute1: null, extensionAttribute2: { odd: true } },
    contoso_people: null,
    imAddresses: [],
    title: '',
  };
  const valuesOf = (...names: string[]) => mappedValues(item, names.map(property));

  test('come as text by the name that the tenant uses, null where there is none', () => {
    const names = ['faxNumber', 'employeeNumber', 'otherMails', 'extensionAttribute1', 'contoso_people/desk'];
    expect(valuesOf(...names, 'imAddresses', 'title')).toEqual({
      values: {
        faxNumber: '+442079460199',
        employeeNumber: '17',
        otherMails: 'eva@contoso.example',
        extensionAttribute1: null,
        'contoso_people/desk': null,
        imAddresses: null,
        title: null,
      },
      wrong: [],
    });
  });

  test('are silent where nothing was said, also about what every object has', () => {
    expect(valuesOf('extensionAttribute3', 'employeeId', 'toString', 'constructor')).toEqual({
      values: {},
      wrong: [],
    });
  });

  test('that are no text are named', () => {
    const { item: person, ignored } = readUser(item, [property('extensionAttribute2')]);
    expect(person).not.toHaveProperty('mapped');
    expect(ignored).toEqual(['mapped but no text: extensionAttribute2']);
  });

  test('are selected, each once, and handed through by the delta of users', async () => {
    const answer = { body: { value: [item], '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/d' } };
    const { client, asked } = stubClient(answer);
    const mapped = ['extensionAttribute1', 'extensionAttribute4', 'faxNumber'].map(property);
    const { value: page } = await usersDelta(client, tenantId('contoso'), undefined, mapped).next();
    expect(page).toMatchObject({
      ok: true,
      value: { people: [{ id: 'eva', mapped: { extensionAttribute1: null, faxNumber: '+442079460199' } }] },
    });
    const selection = must(/\$select=([^&]*)/.exec(asked[0]?.path ?? '')?.[1], 'a selection').split(',');
    expect(selection.filter((one) => one === 'faxNumber')).toHaveLength(1);
    expect(selection.filter((one) => one === 'onPremisesExtensionAttributes')).toHaveLength(1);
  });

  test('come with one person too', async () => {
    const { client, asked } = stubClient({ body: item });
    expect(
      await getUser(client, tenantId('contoso'), 'eva', [property('extensionAttribute1')]),
    ).toMatchObject({
      value: { id: 'eva', mapped: { extensionAttribute1: null } },
    });
    expect(asked[0]?.path).toContain(',onPremisesExtensionAttributes&$expand=manager');
  });
});
