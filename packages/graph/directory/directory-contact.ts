import * as z from 'zod';
import { member, oneSpelling } from '../wire/lenient.ts';
import { wrongMembers } from '../wire/wrong-members.ts';
import type { SaidText } from './directory-person.ts';

/**
 * Somebody outside who is known to us: an organisational contact that the administrators keep, or a personal contact of
 * one operator. The same words as of a person, so that both are searched and shown alike. Absent: nothing was said;
 * null: there is none.
 */
export interface DirectoryContact {
  readonly id: string;
  readonly displayName?: SaidText;
  readonly givenName?: SaidText;
  readonly surname?: SaidText;
  readonly mail?: SaidText;
  readonly phone?: SaidText;
  readonly otherPhone?: SaidText;
  readonly mobilePhone?: SaidText;
  readonly companyName?: SaidText;
  readonly department?: SaidText;
  readonly jobTitle?: SaidText;
  readonly streetAddress?: SaidText;
  readonly postalCode?: SaidText;
  readonly city?: SaidText;
  readonly state?: SaidText;
  readonly country?: SaidText;
  readonly officeLocation?: SaidText;
  /** The manager's object id (organisational contact), or their name as the operator wrote it (personal contact). */
  readonly managerId?: string | null | undefined;
  readonly managerName?: SaidText;
}

export const saidText = z.string().nullish().catch(undefined);

const address = z.looseObject({
  street: saidText,
  postalCode: saidText,
  city: saidText,
  state: saidText,
  countryOrRegion: saidText,
  officeLocation: saidText,
});

export const addressSchema = address.nullish().catch(undefined);
export type GraphAddress = z.output<typeof addressSchema>;

/** What an address says; a missing one says nothing, null says that there is none. */
export function fromAddress(said: GraphAddress): Partial<DirectoryContact> {
  if (said === undefined) return {};
  return {
    streetAddress: said === null ? null : said.street,
    postalCode: said === null ? null : said.postalCode,
    city: said === null ? null : said.city,
    state: said === null ? null : said.state,
    country: said === null ? null : said.countryOrRegion,
  };
}

/** Of a list that may hold anything, the items that can be read. */
const readable = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((list) =>
      list?.flatMap((item) => {
        const parsed = schema.safeParse(item);
        return parsed.success ? [parsed.data] : [];
      }),
    );

export const texts = readable(z.string().min(1));
export const mailAddresses = readable(z.looseObject({ address: z.string().min(1) }));

const reference = z.looseObject({ id: z.string().min(1), '@removed': z.unknown().optional() });

const orgContactSchema = z.object({
  id: z.string().min(1),
  displayName: saidText,
  givenName: saidText,
  surname: saidText,
  mail: saidText,
  companyName: saidText,
  department: saidText,
  jobTitle: saidText,
  phones: readable(z.looseObject({ type: member, number: z.string().min(1) })),
  addresses: readable(address),
  manager: reference.nullish().catch(undefined),
  'manager@delta': readable(reference),
});

/** What is selected in a delta of organisational contacts. */
export const orgContactFields = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'companyName',
  'department',
  'jobTitle',
  'phones',
  'addresses',
] as const;

/** An organisational contact of a list; undefined without an id. */
export function readOrgContact(item: unknown): {
  readonly item: DirectoryContact | undefined;
  readonly ignored: readonly string[];
} {
  const parsed = orgContactSchema.safeParse(item);
  if (!parsed.success) return { item: undefined, ignored: ['a contact without an id'] };
  const { id, phones, addresses, manager, 'manager@delta': changes, ...fields } = parsed.data;
  const numberOf = (type: string): SaidText =>
    phones === undefined ? undefined : (phones.find((phone) => phone.type === type)?.number ?? null);
  const held = changes === undefined ? manager : changes.findLast((one) => one['@removed'] === undefined);
  const contact: DirectoryContact = {
    ...fields,
    id: oneSpelling(id),
    phone: numberOf('business'),
    otherPhone: numberOf('other'),
    mobilePhone: numberOf('mobile'),
    ...(addresses === undefined ? {} : fromAddress(addresses[0] ?? null)),
    officeLocation: addresses === undefined ? undefined : (addresses[0]?.officeLocation ?? null),
    managerId: held ? oneSpelling(held.id) : changes !== undefined && changes.length > 0 ? null : held,
  };
  return { item: contact, ignored: wrongMembers(item, parsed.data) };
}
