import type { Person } from '@switchboard/domain/directory/person';
import type { DirectoryPerson, SaidText } from '@switchboard/graph/directory/directory-person';

/**
 * A person as we keep them, from what the directory says now and what was known before: what it does not mention
 * stays. Undefined for whom nobody is put through to: closed accounts, resource accounts, people without a name.
 */
export function personFromDirectory(said: DirectoryPerson, known: Person | undefined): Person | undefined {
  if (said.accountEnabled === false || said.isResourceAccount === true) return undefined;
  const name = newest(said.displayName, known?.name);
  if (name === undefined) return undefined;
  const phones = said.businessPhones === undefined ? undefined : (said.businessPhones[0] ?? null);
  const managerId = said.managerId === undefined ? known?.managerId : (said.managerId ?? undefined);
  const texts = {
    givenName: newest(said.givenName, known?.givenName),
    surname: newest(said.surname, known?.surname),
    mail: newest(said.mail, known?.mail),
    userPrincipalName: newest(said.userPrincipalName, known?.userPrincipalName),
    phone: newest(phones, known?.phone),
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
  };
  const present = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  return { personId: said.id, name, ...present, ...(managerId === undefined ? {} : { managerId }) };
}

/** Null and empty mean that there is none; not said means as before. */
function newest(said: SaidText, known: string | undefined): string | undefined {
  if (said === undefined) return known;
  return said === null || said.trim() === '' ? undefined : said.trim();
}
