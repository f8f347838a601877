import type { Person } from '../../world/person.ts';
import { directoryRefusal, type EntityShape, words } from '../entities/entity-shape.ts';

const list = (value: string | null): string[] => (value === null ? [] : [value]);

const extensionNames = Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`);

/** All fifteen are there, whether filled or not. */
const extensionsOf = ({ extensionAttributes }: Person): Record<string, string | null> =>
  Object.fromEntries(extensionNames.map((name) => [name, extensionAttributes[name] ?? null]));

/** Since when Contoso has its people. */
const createdDateTime = '2019-04-01T08:00:00Z';

/** Properties of Graph's user (graph-contract C.4). */
export const userShape: EntityShape<Person> = {
  type: 'user',
  properties: {
    id: ({ id }) => id,
    accountEnabled: ({ accountEnabled }) => accountEnabled,
    businessPhones: ({ businessPhone }) => list(businessPhone),
    city: ({ city }) => city,
    companyName: ({ companyName }) => companyName,
    country: ({ country }) => country,
    createdDateTime: () => createdDateTime,
    deletedDateTime: () => null,
    department: ({ department }) => department,
    displayName: ({ displayName }) => displayName,
    employeeId: ({ employeeId }) => employeeId,
    externalUserState: ({ kind }) => (kind === 'guest' ? 'Accepted' : null),
    faxNumber: ({ faxNumber }) => faxNumber,
    givenName: ({ givenName }) => givenName,
    imAddresses: ({ mail }) => list(mail),
    isResourceAccount: ({ kind }) => kind === 'resource',
    jobTitle: ({ jobTitle }) => jobTitle,
    mail: ({ mail }) => mail,
    mailNickname: ({ mailNickname }) => mailNickname,
    mobilePhone: ({ mobilePhone }) => mobilePhone,
    officeLocation: ({ officeLocation }) => officeLocation,
    onPremisesExtensionAttributes: extensionsOf,
    onPremisesSyncEnabled: () => null,
    otherMails: ({ otherMails }) => otherMails,
    postalCode: ({ postalCode }) => postalCode,
    preferredLanguage: ({ preferredLanguage }) => preferredLanguage,
    proxyAddresses: ({ mail }) => (mail === null ? [] : [`SMTP:${mail}`]),
    showInAddressList: ({ isHidden }) => !isHidden,
    state: ({ state }) => state,
    streetAddress: ({ streetAddress }) => streetAddress,
    surname: ({ surname }) => surname,
    usageLocation: ({ usageLocation }) => usageLocation,
    userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
    userType: ({ kind }) => (kind === 'guest' ? 'Guest' : 'Member'),
  },
  defaults: words(
    'businessPhones,displayName,givenName,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName,id',
  ),
  relations: ['manager'],
  indexed: new Set(
    words(
      'accountEnabled,city,companyName,country,createdDateTime,department,displayName,employeeId,givenName,id,jobTitle,mail,mailNickname,mobilePhone,officeLocation,otherMails,postalCode,preferredLanguage,proxyAddresses,state,surname,usageLocation,userPrincipalName,userType',
    ),
  ),
  ordered: ['displayName', 'userPrincipalName'],
  tokenised: ['displayName'],
  refuse: directoryRefusal,
};

/** The world's words for what Graph keeps in lists or under another name. */
const graphName: Readonly<Record<string, string>> = {
  businessPhone: 'businessPhones',
  extensionAttributes: 'onPremisesExtensionAttributes',
  isHidden: 'showInAddressList',
};

export const userPropertiesOf = (changed: readonly string[]): string[] =>
  changed.map((name) => graphName[name] ?? name);
