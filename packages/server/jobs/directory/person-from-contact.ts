import type { Person } from '@switchboard/domain/directory/person';
import { type PersonId, personId } from '@switchboard/domain/ids';
import type { DirectoryContact } from '@switchboard/graph/directory/directory-contact';
import { newest, withoutAbsent } from './newest.ts';

/**
 * A contact as we keep them, from what is said now and what was known before: what is not mentioned stays. Undefined
 * for a contact without anything to call them by.
 *
 * @param id ours: what contacts are called elsewhere is no id of a person
 */
export function personFromContact(
  id: PersonId,
  said: DirectoryContact,
  known: Person | undefined,
): Person | undefined {
  const texts = {
    givenName: newest(said.givenName, known?.givenName),
    surname: newest(said.surname, known?.surname),
    mail: newest(said.mail, known?.mail),
    phone: newest(said.phone, known?.phone),
    otherPhone: newest(said.otherPhone, known?.otherPhone),
    mobile: newest(said.mobilePhone, known?.mobile),
    organisation: newest(said.companyName, known?.organisation),
    department: newest(said.department, known?.department),
    jobTitle: newest(said.jobTitle, known?.jobTitle),
    street: newest(said.streetAddress, known?.street),
    postalCode: newest(said.postalCode, known?.postalCode),
    city: newest(said.city, known?.city),
    region: newest(said.state, known?.region),
    country: newest(said.country, known?.country),
    office: newest(said.officeLocation, known?.office),
    managerName: newest(said.managerName, known?.managerName),
  };
  const { givenName, surname, organisation, mail } = texts;
  const fullName = [givenName, surname].filter((part) => part !== undefined).join(' ');
  const name =
    newest(said.displayName, known?.name) ?? ([fullName, organisation, mail].find(Boolean) || undefined);
  if (name === undefined) return undefined;
  const manager = said.managerId === undefined ? known?.managerId : said.managerId;
  return {
    personId: id,
    name,
    ...withoutAbsent(texts),
    ...(manager === undefined || manager === null ? {} : { managerId: personId(manager) }),
  };
}
