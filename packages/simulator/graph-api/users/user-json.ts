import type { Person } from '../../world/person.ts';

type Read = (person: Person) => unknown;

const list = (value: string | null): string[] => (value === null ? [] : [value]);

/** How each property of Graph's user is read from a person. What is missing here is answered with null. */
const properties: Readonly<Record<string, Read>> = {
  id: ({ id }) => id,
  accountEnabled: ({ accountEnabled }) => accountEnabled,
  businessPhones: ({ businessPhone }) => list(businessPhone),
  city: ({ city }) => city,
  companyName: ({ companyName }) => companyName,
  country: ({ country }) => country,
  department: ({ department }) => department,
  displayName: ({ displayName }) => displayName,
  employeeId: ({ employeeId }) => employeeId,
  faxNumber: ({ faxNumber }) => faxNumber,
  givenName: ({ givenName }) => givenName,
  imAddresses: ({ mail }) => list(mail),
  isResourceAccount: ({ kind }) => kind === 'resource',
  jobTitle: ({ jobTitle }) => jobTitle,
  mail: ({ mail }) => mail,
  mailNickname: ({ mailNickname }) => mailNickname,
  mobilePhone: ({ mobilePhone }) => mobilePhone,
  officeLocation: ({ officeLocation }) => officeLocation,
  otherMails: () => [],
  postalCode: ({ postalCode }) => postalCode,
  preferredLanguage: ({ preferredLanguage }) => preferredLanguage,
  proxyAddresses: ({ mail }) => (mail === null ? [] : [`SMTP:${mail}`]),
  showInAddressList: ({ kind }) => kind !== 'resource',
  state: ({ state }) => state,
  streetAddress: ({ streetAddress }) => streetAddress,
  surname: ({ surname }) => surname,
  usageLocation: ({ usageLocation }) => usageLocation,
  userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
  userType: ({ kind }) => (kind === 'guest' ? 'Guest' : 'Member'),
};

const canonical = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]));

/** What Graph answers without `$select`. */
const defaultSelection: readonly string[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** The property's own spelling, or undefined where a user has none of that name. */
export const userProperty = (name: string): string | undefined => canonical.get(name.toLowerCase());

export const readProperty = (person: Person, name: string): unknown => properties[name]?.(person) ?? null;

/** The names in `$select`, and which of them no user has. `manager` is a relation and is left to the caller. */
export function readSelection(select: string | null): {
  readonly names: readonly string[];
  readonly unknown: readonly string[];
} {
  const asked = (select ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (asked.length === 0) return { names: defaultSelection, unknown: [] };
  const names = asked.map((name) => userProperty(name) ?? name);
  return { names, unknown: names.filter((name) => !(name in properties) && name !== 'manager') };
}

export function userJson(person: Person, names: readonly string[]): Record<string, unknown> {
  const wanted = names.filter((name) => name !== 'manager');
  return Object.fromEntries(wanted.map((name) => [name, readProperty(person, name)]));
}
