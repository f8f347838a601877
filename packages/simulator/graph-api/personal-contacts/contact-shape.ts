import { createHash } from 'node:crypto';
import type { ContactFolder } from '../../world/contact-book.ts';
import type { PersonalContact } from '../../world/personal-contact.ts';
import { type EntityShape, type Json, outlookRefusal, words } from '../entities/entity-shape.ts';

/** Since when Contoso's mailboxes hold what they held at the start. */
const createdDateTime = '2025-01-06T08:00:00Z';

const addressOf = ({ city, country, postalCode, state, street }: PersonalContact): Json => ({
  city,
  countryOrRegion: country,
  postalCode,
  state,
  street,
});

const address = ({ mail, displayName }: PersonalContact): Json | null =>
  mail === null ? null : { name: displayName, address: mail };

const nothing = (): null => null;
const none = (): readonly never[] => [];

/** Properties of Graph's contact, in a folder (https://learn.microsoft.com/graph/api/resources/contact, read 2026-11-23). */
export function contactShape(folderId: string): EntityShape<PersonalContact> {
  const properties: EntityShape<PersonalContact>['properties'] = {
    id: ({ id }) => id,
    createdDateTime: () => createdDateTime,
    lastModifiedDateTime: () => createdDateTime,
    categories: none,
    parentFolderId: () => folderId,
    birthday: nothing,
    fileAs: ({ givenName, surname, displayName }) =>
      givenName === null || surname === null ? displayName : `${surname}, ${givenName}`,
    displayName: ({ displayName }) => displayName,
    givenName: ({ givenName }) => givenName,
    initials: nothing,
    middleName: nothing,
    nickName: nothing,
    surname: ({ surname }) => surname,
    title: nothing,
    imAddresses: none,
    jobTitle: ({ jobTitle }) => jobTitle,
    companyName: ({ companyName }) => companyName,
    department: ({ department }) => department,
    officeLocation: nothing,
    profession: nothing,
    assistantName: nothing,
    manager: ({ manager }) => manager,
    homePhones: ({ homePhones }) => homePhones,
    mobilePhone: ({ mobilePhone }) => mobilePhone,
    businessPhones: ({ businessPhones }) => businessPhones,
    personalNotes: ({ notes }) => notes ?? '',
    children: none,
    emailAddresses: (contact) => [address(contact)].filter((one) => one !== null),
    primaryEmailAddress: address,
    homeAddress: () => ({}),
    businessAddress: addressOf,
    otherAddress: () => ({}),
  };
  return {
    type: 'contact',
    properties,
    defaults: Object.keys(properties),
    relations: [],
    indexed: new Set(words('id,displayName,givenName,surname,companyName,jobTitle,mobilePhone')),
    ordered: ['displayName', 'surname', 'givenName', 'companyName'],
    tokenised: ['displayName'],
    refuse: outlookRefusal,
  };
}

export const folderShape: EntityShape<ContactFolder> = {
  type: 'contactFolder',
  properties: {
    id: ({ id }) => id,
    parentFolderId: ({ parentFolderId }) => parentFolderId,
    displayName: ({ displayName }) => displayName,
  },
  defaults: ['id', 'parentFolderId', 'displayName'],
  relations: [],
  indexed: new Set(['id', 'displayName']),
  ordered: ['displayName'],
  tokenised: ['displayName'],
  refuse: outlookRefusal,
};

/** Outlook's entities carry a tag that is another after each change. */
export const tagged = (entity: { readonly id: string }): Json => ({
  '@odata.etag': `W/"${createHash('sha1').update(JSON.stringify(entity)).digest('base64')}"`,
});
