import { type DirectorySettings, fromTeams } from '@switchboard/domain/directory/directory-settings';
import type { ExtraField, Person } from '@switchboard/domain/directory/person';
import { accountKind } from '@switchboard/graph/directory/account-kind';
import type { DirectoryPerson, SaidText } from '@switchboard/graph/directory/directory-person';
import { newest, withoutAbsent } from './newest.ts';

/**
 * A person as we keep them, from what the directory says now and what was known before: what it does not mention
 * stays. Undefined for whom the tenant's settings leave out, and for people without a name.
 */
export function personFromDirectory(
  said: DirectoryPerson,
  known: Person | undefined,
  settings: DirectorySettings,
): Person | undefined {
  const name = newest(said.displayName, known?.name);
  if (name === undefined || isLeftOut(said, known, settings)) return undefined;
  const phones = said.businessPhones === undefined ? undefined : (said.businessPhones[0] ?? null);
  const extra = extraOf(said, known, settings);
  return {
    personId: said.id,
    name,
    ...withoutAbsent({
      givenName: newest(said.givenName, known?.givenName),
      surname: newest(said.surname, known?.surname),
      mail: newest(said.mail, known?.mail),
      userPrincipalName: newest(said.userPrincipalName, known?.userPrincipalName),
      phone: newest(phones, known?.phone),
      otherPhone: mapped(said, settings.otherPhone, known?.otherPhone),
      mobile: newest(said.mobilePhone, known?.mobile),
      teamsNumber:
        settings.teamsNumber === fromTeams
          ? known?.teamsNumber
          : mapped(said, settings.teamsNumber, known?.teamsNumber),
      organisation: newest(said.companyName, known?.organisation),
      department: newest(said.department, known?.department),
      jobTitle: newest(said.jobTitle, known?.jobTitle),
      street: newest(said.streetAddress, known?.street),
      postalCode: newest(said.postalCode, known?.postalCode),
      city: newest(said.city, known?.city),
      region: newest(said.state, known?.region),
      country: newest(said.country, known?.country),
      office: newest(said.officeLocation, known?.office),
      language: newest(said.preferredLanguage, known?.language),
    }),
    ...withoutAbsent({ managerId: said.managerId === undefined ? known?.managerId : said.managerId }),
    ...(extra.length === 0 ? {} : { extra }),
    ...(isGuest(said, known) ? { isGuest: true } : {}),
  };
}

function isLeftOut(said: DirectoryPerson, known: Person | undefined, settings: DirectorySettings): boolean {
  if (!settings.resources && accountKind(said) === 'resource') return true;
  if (!settings.guests && isGuest(said, known)) return true;
  if (!settings.disabled && said.accountEnabled === false) return true;
  return !settings.hidden && said.showInAddressList === false;
}

const isGuest = ({ userType }: DirectoryPerson, known: Person | undefined): boolean =>
  userType === undefined ? known?.isGuest === true : userType?.toLowerCase() === 'guest';

/** What a tenant's own property says; a field that is mapped no more has no value. */
const mapped = (
  said: DirectoryPerson,
  property: string | undefined,
  known: string | undefined,
): string | undefined => (property === undefined ? undefined : newest(saidIn(said, property), known));

const saidIn = ({ mapped: values }: DirectoryPerson, property: string): SaidText => values?.[property];

function extraOf(
  said: DirectoryPerson,
  known: Person | undefined,
  { extra }: DirectorySettings,
): readonly ExtraField[] {
  return extra.flatMap(({ label, property }) => {
    const before = known?.extra?.find((field) => field.label === label)?.value;
    const value = newest(saidIn(said, property), before);
    return value === undefined ? [] : [{ label, value }];
  });
}
