import * as z from 'zod/mini';
import { personViewSchema } from '../views/person-view.ts';

/** People that this console watches are changed or gone in the directory. Carries no number: only the newest matters. */
export const peopleChangedSchema = z.object({
  type: z.literal('peopleChanged'),
  people: z.array(personViewSchema),
  removed: z.array(z.string()),
});
export type PeopleChanged = z.infer<typeof peopleChangedSchema>;

/** All favourites of this operator, in their order: behind each welcome, and whenever they change. */
export const favouritesSchema = z.object({
  type: z.literal('favourites'),
  people: z.array(personViewSchema),
});
export type Favourites = z.infer<typeof favouritesSchema>;

/** One person whole: the answer to `readPerson`, and to a change of a shared contact. */
export const personReadSchema = z.object({
  type: z.literal('person'),
  id: z.string(),
  person: personViewSchema,
});
export type PersonRead = z.infer<typeof personReadSchema>;

const choice = z.object({ value: z.string(), count: z.number() });
/** What people can be filtered by: the most frequent first. */
export const filtersReadSchema = z.object({
  type: z.literal('filters'),
  id: z.string(),
  departments: z.array(choice),
  places: z.array(choice),
  sources: z.array(choice),
});
export type FiltersRead = z.infer<typeof filtersReadSchema>;
