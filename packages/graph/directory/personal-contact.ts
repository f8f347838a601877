import * as z from 'zod';
import { wrongMembers } from '../wire/wrong-members.ts';
import {
  addressSchema,
  type DirectoryContact,
  fromAddress,
  mailAddresses,
  saidText,
  texts,
} from './directory-contact.ts';

const contactSchema = z.object({
  id: z.string().min(1),
  displayName: saidText,
  givenName: saidText,
  surname: saidText,
  emailAddresses: mailAddresses,
  primaryEmailAddress: z.looseObject({ address: saidText }).nullish().catch(undefined),
  businessPhones: texts,
  homePhones: texts,
  mobilePhone: saidText,
  companyName: saidText,
  department: saidText,
  jobTitle: saidText,
  businessAddress: addressSchema,
  officeLocation: saidText,
  manager: saidText,
});

/** What is selected: nothing that an operator keeps about a person beside how to reach them. */
export const personalContactFields = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'emailAddresses',
  'businessPhones',
  'homePhones',
  'mobilePhone',
  'companyName',
  'department',
  'jobTitle',
  'businessAddress',
  'officeLocation',
  'manager',
] as const;

/** A personal contact of a list; undefined without an id. Its id is kept as it is: Outlook's tell capitals apart. */
export function readPersonalContact(item: unknown): {
  readonly item: DirectoryContact | undefined;
  readonly ignored: readonly string[];
} {
  const parsed = contactSchema.safeParse(item);
  if (!parsed.success) return { item: undefined, ignored: ['a contact without an id'] };
  const {
    emailAddresses,
    primaryEmailAddress,
    businessPhones,
    homePhones,
    businessAddress,
    manager,
    ...fields
  } = parsed.data;
  const [phone, second] = businessPhones ?? [];
  const contact: DirectoryContact = {
    ...fields,
    mail: emailAddresses === undefined ? primaryEmailAddress?.address : (emailAddresses[0]?.address ?? null),
    phone: businessPhones === undefined ? undefined : (phone ?? null),
    otherPhone:
      businessPhones === undefined && homePhones === undefined
        ? undefined
        : (second ?? homePhones?.[0] ?? null),
    ...fromAddress(businessAddress),
    managerName: manager,
  };
  return { item: contact, ignored: wrongMembers(item, parsed.data) };
}
