import * as z from 'zod/mini';
import { guidField, nameField, wholeNumberField, yesOrNoField } from './admin-fields.ts';

/** Read from Teams' own list of numbers, in place of the name of a property. */
export const numbersOfTeams = 'userConfigurations';

const property = 'give the name of a property, like extensionAttribute1 or faxNumber';
const propertyField = (error = property) =>
  z.string({ error }).check(z.trim(), z.minLength(1, error), z.maxLength(240, error));

const orNone = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

const extra = 'give an array of at most 10 fields, each { "label", "property" }, no label twice';
const groups = 'give an array of at most 20 object ids of groups, without repetition';

const isWithoutRepetition = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** Changes what of a tenant's directory is read and shown. What is left out stays as it is; null takes away. */
export const changeDirectorySchema = z.strictObject({
  /** The property that holds a second telephone number. */
  otherPhone: orNone(propertyField()),
  /** The property that holds the number of Teams, or {@link numbersOfTeams}. */
  teamsNumber: orNone(propertyField(`${property}, or ${numbersOfTeams} for Teams’ own list`)),
  /** Further properties, shown in this order. Replaces the whole list. */
  extra: z.optional(
    z
      .array(z.strictObject({ label: nameField('what the field is called'), property: propertyField() }), {
        error: extra,
      })
      .check(
        z.maxLength(10, extra),
        z.refine((fields) => isWithoutRepetition(fields.map(({ label }) => label)), extra),
      ),
  ),
  /** Whether accounts of other organisations are shown. */
  guests: z.optional(yesOrNoField()),
  /** Whether people are shown whom address lists leave out. */
  hidden: z.optional(yesOrNoField()),
  /** Whether accounts are shown that nobody can sign in to. */
  disabled: z.optional(yesOrNoField()),
  /** Whether resource accounts are shown. */
  resources: z.optional(yesOrNoField()),
  /** Only members of these groups are shown; none: everybody. Replaces the whole list. */
  groups: z.optional(
    z
      .array(guidField('the object id of a group'), { error: groups })
      .check(z.maxLength(20, groups), z.refine(isWithoutRepetition, groups)),
  ),
  organisationContacts: z.optional(yesOrNoField()),
  /** Days for which whoever left is kept. */
  formerDays: z.optional(wholeNumberField(0, 365)),
});
export type ChangeDirectory = z.infer<typeof changeDirectorySchema>;

const yes = 'write true or false behind withOwn=';
/** Behind the address of what is erased. */
export const eraseDirectoryQuerySchema = z.strictObject({
  /** Also what operators made: shared contacts, notes, other names, favourites. */
  withOwn: z.optional(z.enum(['true', 'false'], { error: yes })),
});

/** What the address of a person names. */
export const directoryPersonPathSchema = z.object({
  tenantId: guidField('the tenant id, as the list of tenants shows it'),
  personId: z.string().check(z.minLength(1), z.maxLength(64)),
});

const settingsViewSchema = z.object({
  otherPhone: z.optional(z.string()),
  teamsNumber: z.optional(z.string()),
  extra: z.array(z.object({ label: z.string(), property: z.string() })),
  guests: z.boolean(),
  hidden: z.boolean(),
  disabled: z.boolean(),
  resources: z.boolean(),
  groups: z.array(z.string()),
  organisationContacts: z.boolean(),
  formerDays: z.number(),
});

/** A tenant's cached directory: its settings, how far it is read, and how many people are in it. */
export const directoryViewSchema = z.object({
  state: z.enum(['filling', 'ready', 'failing']),
  /** The lists of Microsoft's that are read: `users`, `organisation`, `numbers`. */
  streams: z.array(
    z.object({
      stream: z.string(),
      isFilled: z.boolean(),
      /** In the whole round under way, or the last one. */
      read: z.number(),
      about: z.optional(z.number()),
      /** When it was last read to its end, in milliseconds since 1970. */
      readAt: z.optional(z.number()),
      problem: z.optional(z.string()),
      /** When it is read next, at the latest. */
      dueAt: z.number(),
    }),
  ),
  /** People by where they are known from; `former` are those who left and are still kept. */
  counts: z.object({
    directory: z.number(),
    organisation: z.number(),
    shared: z.number(),
    personal: z.number(),
    former: z.number(),
  }),
  settings: settingsViewSchema,
});
export type DirectoryView = z.infer<typeof directoryViewSchema>;

/** Who was erased, by the id alone. */
export const personErasedSchema = z.object({ personId: z.string() });
export type PersonErased = z.infer<typeof personErasedSchema>;
