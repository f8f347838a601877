import type { OrgContact } from '../../world/org-contacts.ts';
import { directoryRefusal, type EntityShape, type Json, words } from '../entities/entity-shape.ts';

function phonesOf({ businessPhone, mobilePhone, otherPhone }: OrgContact): Json[] {
  const phones = { business: businessPhone, mobile: mobilePhone, other: otherPhone };
  return Object.entries(phones).flatMap(([type, number]) => (number === null ? [] : [{ number, type }]));
}

const addressesOf = ({ city, country, postalCode, state, street }: OrgContact): Json[] => [
  { city, countryOrRegion: country, officeLocation: null, postalCode, state, street },
];

/** Properties of Graph's orgContact (https://learn.microsoft.com/graph/api/resources/orgcontact, read 2026-11-23). */
export const orgContactShape: EntityShape<OrgContact> = {
  type: 'orgContact',
  properties: {
    id: ({ id }) => id,
    addresses: addressesOf,
    companyName: ({ companyName }) => companyName,
    deletedDateTime: () => null,
    department: ({ department }) => department,
    displayName: ({ displayName }) => displayName,
    givenName: ({ givenName }) => givenName,
    jobTitle: ({ jobTitle }) => jobTitle,
    mail: ({ mail }) => mail,
    mailNickname: ({ mailNickname }) => mailNickname,
    onPremisesLastSyncDateTime: () => null,
    onPremisesSyncEnabled: () => null,
    phones: phonesOf,
    proxyAddresses: ({ mail }) => (mail === null ? [] : [`SMTP:${mail}`]),
    surname: ({ surname }) => surname,
  },
  defaults: words(
    'id,addresses,companyName,department,displayName,givenName,jobTitle,mail,mailNickname,onPremisesLastSyncDateTime,onPremisesSyncEnabled,phones,proxyAddresses,surname',
  ),
  relations: ['manager'],
  indexed: new Set(
    words(
      'companyName,department,displayName,givenName,id,jobTitle,mail,mailNickname,surname,proxyAddresses',
    ),
  ),
  ordered: ['displayName'],
  tokenised: ['displayName'],
  refuse: directoryRefusal,
};

const phones = new Set(['businessPhone', 'mobilePhone', 'otherPhone']);
const address = new Set(['street', 'postalCode', 'city', 'state', 'country']);

/** The world keeps each telephone and each line of an address by itself. */
export function orgContactNames(name: string): readonly string[] {
  if (phones.has(name)) return ['phones'];
  return address.has(name) ? ['addresses'] : [name];
}
