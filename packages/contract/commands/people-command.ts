import * as z from 'zod/mini';

const short = z.string().check(z.minLength(1), z.maxLength(64));
const id = short;
const personId = short;
const line = (length: number) => z.string().check(z.maxLength(length), z.regex(/^\P{Cc}*$/u));
const lines = (most: number, length: number) =>
  z.array(line(length).check(z.trim(), z.minLength(1))).check(z.maxLength(most));

/** Keep somebody as a favourite, in a group or in none, or no longer. Comes round as `favourites`. */
export const setFavouriteSchema = z.object({
  type: z.literal('setFavourite'),
  id,
  personId,
  isFavourite: z.boolean(),
  group: z.optional(line(40)),
});
/** The favourites in the order named; those that are not named follow as they stood. */
export const orderFavouritesSchema = z.object({
  type: z.literal('orderFavourites'),
  id,
  personIds: z.array(personId).check(z.maxLength(500)),
});
/** What operators share about a person. What is left out stays; an empty text or list removes. */
export const describePersonSchema = z.object({
  type: z.literal('describePerson'),
  id,
  personId,
  note: z.optional(z.string().check(z.maxLength(2_000))),
  tasks: z.optional(lines(24, 100)),
  alternateNames: z.optional(lines(24, 120)),
  nicknames: z.optional(lines(24, 60)),
});
/** The fields of a shared contact; each may be left out but the name. Numbers are as typed, read by the tenant's country. */
export const sharedContactFieldsSchema = z.object({
  name: line(120).check(z.trim(), z.minLength(1)),
  givenName: z.optional(line(120)),
  surname: z.optional(line(120)),
  organisation: z.optional(line(120)),
  department: z.optional(line(120)),
  jobTitle: z.optional(line(120)),
  mail: z.optional(line(256)),
  phone: z.optional(line(40)),
  otherPhone: z.optional(line(40)),
  mobile: z.optional(line(40)),
  street: z.optional(line(200)),
  postalCode: z.optional(line(40)),
  city: z.optional(line(120)),
  country: z.optional(line(120)),
  tasks: z.optional(lines(24, 100)),
  note: z.optional(z.string().check(z.maxLength(2_000))),
});
export type SharedContactFields = z.infer<typeof sharedContactFieldsSchema>;
/**
 * Keep a contact that all operators of the tenant find; with `personId` it replaces that one, or, where `changed` names
 * fields, those alone: the rest stays as somebody else may have made it meanwhile. Answered by `person`.
 */
export const saveSharedContactSchema = z.object({
  type: z.literal('saveSharedContact'),
  id,
  personId: z.optional(personId),
  contact: sharedContactFieldsSchema,
  changed: z.optional(z.array(z.keyof(sharedContactFieldsSchema)).check(z.maxLength(16))),
});
export const removeSharedContactSchema = z.object({ type: z.literal('removeSharedContact'), id, personId });
/** One person whole. Answered by `person`. */
export const readPersonSchema = z.object({ type: z.literal('readPerson'), id, personId });
/** What people can be filtered by. Answered by `filters`. */
export const readFiltersSchema = z.object({ type: z.literal('readFilters'), id });

const timeZone = z.string().check(z.minLength(1), z.maxLength(64));
/**
 * The days of people, midnight to midnight by the operator's zone (IANA). `day` is any moment of that day, in
 * milliseconds since 1970; without it today. Answered by `schedules`.
 */
export const readSchedulesSchema = z.object({
  type: z.literal('readSchedules'),
  id,
  personIds: z.array(personId).check(z.minLength(1), z.maxLength(80)),
  timeZone,
  day: z.optional(z.number().check(z.int())),
});
export type ReadSchedules = z.infer<typeof readSchedulesSchema>;
/** The appointments of one person. Answered by `calendar`. */
export const readCalendarSchema = z.object({
  type: z.literal('readCalendar'),
  id,
  personId,
  timeZone,
  day: z.optional(z.number().check(z.int())),
});
export type ReadCalendar = z.infer<typeof readCalendarSchema>;

/** What an operator asks about people. Each is answered by `answer` with its id; a question by its answer. */
export const peopleCommandSchema = z.discriminatedUnion('type', [
  setFavouriteSchema,
  orderFavouritesSchema,
  describePersonSchema,
  saveSharedContactSchema,
  removeSharedContactSchema,
  readPersonSchema,
  readFiltersSchema,
]);
export type PeopleCommandMessage = z.infer<typeof peopleCommandSchema>;

export const calendarCommandSchema = z.discriminatedUnion('type', [readSchedulesSchema, readCalendarSchema]);
export type CalendarCommandMessage = z.infer<typeof calendarCommandSchema>;
