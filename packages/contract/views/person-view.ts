import * as z from 'zod/mini';
import { presenceViewSchema } from './presence-view.ts';

/**
 * Where a person is known from: the tenant's directory, its organisational contacts, contacts that its operators keep
 * together, or this operator's own in Outlook, which nobody else sees.
 */
export const personSources = ['directory', 'organisation', 'shared', 'personal'] as const;
export const personSourceSchema = z.enum(personSources);
export type PersonSource = z.infer<typeof personSourceSchema>;

/**
 * What this operator may do with a person. `call`: they can be a target; `describe`: note, tasks, other names;
 * `message`: a mail or a chat may reach them.
 */
export const personActions = [
  'call',
  'favourite',
  'describe',
  'change',
  'remove',
  'readCalendar',
  'message',
] as const;
export const personActionSchema = z.enum(personActions);
export type PersonAction = z.infer<typeof personActionSchema>;

/** Fields of a person that a search looks at. */
export const matchedFields = [
  'name',
  'givenName',
  'surname',
  'alternateNames',
  'nicknames',
  'department',
  'jobTitle',
  'organisation',
  'office',
  'city',
  'tasks',
  'mail',
  'phones',
] as const;

/** What is to be highlighted: UTF-16 units of a field's text. `phone` says which number it is, where the field is `phones`. */
export const matchViewSchema = z.object({
  field: z.enum(matchedFields),
  /** Which value, where the field is a list. */
  value: z.number(),
  start: z.number(),
  end: z.number(),
  kind: z.enum(['exact', 'word', 'prefix', 'initials', 'spelling', 'typo', 'sound', 'phone', 'keypad']),
  phone: z.optional(z.enum(['phone', 'otherPhone', 'mobile', 'teamsNumber'])),
});
export type MatchView = z.infer<typeof matchViewSchema>;

/** A note that the operators of a tenant share about a person. */
export const noteViewSchema = z.object({ text: z.string(), by: z.optional(z.string()), at: z.number() });

const text = z.optional(z.string());
const texts = z.optional(z.array(z.string()));

/** Somebody who can be found. `personId` is the server's own name for them, whatever their source. */
export const personViewSchema = z.object({
  personId: z.string(),
  source: personSourceSchema,
  name: z.string(),
  givenName: text,
  surname: text,
  /** Former names, names in another script. */
  alternateNames: texts,
  nicknames: texts,
  jobTitle: text,
  department: text,
  organisation: text,
  office: text,
  street: text,
  postalCode: text,
  city: text,
  region: text,
  country: text,
  mail: text,
  phone: text,
  otherPhone: text,
  mobile: text,
  /** The number that Teams has given them. */
  teamsNumber: text,
  /** The manager's name; `managerId` when they are in the directory too. */
  manager: text,
  managerId: text,
  /** What one comes to them for. */
  tasks: texts,
  note: z.optional(noteViewSchema),
  /** What the tenant maps besides, in its order. */
  extra: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
  isGuest: z.optional(z.literal(true)),
  /** No longer there; shown last, and nobody is put through to them. */
  isFormer: z.optional(z.literal(true)),
  /** Found by asking Microsoft, since the directory is not here yet. */
  isForwarded: z.optional(z.literal(true)),
  /** One of this operator's favourites; `group` where they sorted them. */
  favourite: z.optional(z.object({ group: text })),
  matches: z.optional(z.array(matchViewSchema)),
  presence: z.optional(presenceViewSchema),
  can: z.array(personActionSchema),
});
export type PersonView = z.infer<typeof personViewSchema>;
