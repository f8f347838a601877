import { type PersonId, personId } from '@switchboard/domain/ids';
import * as z from 'zod';
import { oneSpelling } from '../wire/lenient.ts';
import { wrongMembers } from '../wire/wrong-members.ts';
import { type MappedProperty, type MappedValues, mappedValues } from './mapped-property.ts';

/** Text that Graph may leave out (nothing is said: keep what is known) or give as null (there is none). */
export type SaidText = string | null | undefined;

/**
 * A person of the tenant, as the directory has them. A member that is absent was not said: after a change, keep what
 * is known; null says that there is none.
 */
export interface DirectoryPerson {
  readonly id: PersonId;
  readonly displayName?: SaidText;
  readonly givenName?: SaidText;
  readonly surname?: SaidText;
  readonly mail?: SaidText;
  readonly userPrincipalName?: SaidText;
  /** Graph keeps at most one, in an array. */
  readonly businessPhones?: readonly string[] | undefined;
  readonly mobilePhone?: SaidText;
  readonly faxNumber?: SaidText;
  readonly companyName?: SaidText;
  readonly department?: SaidText;
  readonly jobTitle?: SaidText;
  readonly streetAddress?: SaidText;
  readonly postalCode?: SaidText;
  readonly city?: SaidText;
  readonly state?: SaidText;
  readonly country?: SaidText;
  readonly officeLocation?: SaidText;
  /** As their account has it: `nl-NL`. */
  readonly preferredLanguage?: SaidText;
  /** Mail and SIP addresses with their scheme (`SMTP:`, `smtp:`, `sip:`). */
  readonly proxyAddresses?: readonly string[] | undefined;
  readonly managerId?: PersonId | null | undefined;
  readonly accountEnabled?: boolean | null | undefined;
  /** `Member` or `Guest`; other words may come. */
  readonly userType?: SaidText;
  readonly isResourceAccount?: boolean | null | undefined;
  readonly showInAddressList?: boolean | null | undefined;
  /** The properties that the tenant mapped, where any was asked for and said. */
  readonly mapped?: MappedValues;
}

/** What is asked for, `manager` apart: in a delta it is selected, for one person it is expanded. */
export const personFields = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'businessPhones',
  'mobilePhone',
  'faxNumber',
  'companyName',
  'department',
  'jobTitle',
  'streetAddress',
  'postalCode',
  'city',
  'state',
  'country',
  'officeLocation',
  'preferredLanguage',
  'accountEnabled',
  'userType',
  'isResourceAccount',
  'showInAddressList',
  'proxyAddresses',
] as const;

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const texts = z
  .array(z.string())
  .nullish()
  .catch(undefined)
  .transform((value) => (value === null ? [] : value));
const reference = z.looseObject({ id: z.string(), '@removed': z.unknown().optional() });

/** `user`, as `/users` and `/users/delta` carry it. A member of a wrong type counts as not said. */
export const userSchema = z.object({
  id: z.string().min(1),
  displayName: text,
  givenName: text,
  surname: text,
  mail: text,
  userPrincipalName: text,
  businessPhones: texts,
  mobilePhone: text,
  faxNumber: text,
  companyName: text,
  department: text,
  jobTitle: text,
  streetAddress: text,
  postalCode: text,
  city: text,
  state: text,
  country: text,
  officeLocation: text,
  preferredLanguage: text,
  proxyAddresses: texts,
  accountEnabled: flag,
  userType: text,
  isResourceAccount: flag,
  showInAddressList: flag,
  manager: reference.nullish().catch(undefined),
  'manager@delta': z.array(reference).nullish().catch(undefined),
});

const absentMembers = Object.fromEntries(Object.keys(userSchema.shape).map((name) => [name, undefined]));

export type GraphUser = z.output<typeof userSchema>;

export function personFromGraph(user: GraphUser): DirectoryPerson {
  const { id, manager, 'manager@delta': changes, ...fields } = user;
  return { ...fields, id: personId(oneSpelling(id)), managerId: managerOf(manager, changes) };
}

/**
 * One user of a list in our words, and what of it could not be read. Undefined when it has no id.
 *
 * @param properties what the tenant mapped beside our own fields
 */
export function readUser(
  item: unknown,
  properties: readonly MappedProperty[] = [],
): { readonly item: DirectoryPerson | undefined; readonly ignored: readonly string[] } {
  const user = userSchema.safeParse(item);
  if (!user.success) return { item: undefined, ignored: ['a user without an id'] };
  const { values, wrong } = mappedValues(item, properties);
  const person = personFromGraph(user.data);
  const hasMapped = Object.keys(values).length > 0;
  return {
    item: hasMapped ? { ...person, mapped: values } : person,
    ignored: [
      ...wrongMembers(item, { ...absentMembers, ...user.data }),
      ...(wrong.length === 0 ? [] : [`mapped but no text: ${wrong.join(', ')}`]),
    ],
  };
}

type Reference = z.output<typeof reference>;

/** In a delta the manager comes as a list of changes, of which the last that is not a removal holds. */
function managerOf(
  manager: Reference | null | undefined,
  changes: readonly Reference[] | null | undefined,
): PersonId | null | undefined {
  if (changes === undefined || changes === null) return manager ? personId(oneSpelling(manager.id)) : manager;
  const present = changes.findLast((change) => change['@removed'] === undefined);
  if (present !== undefined) return personId(oneSpelling(present.id));
  return changes.length === 0 ? undefined : null;
}
