import * as z from 'zod/mini';
import { personViewSchema } from '../views/person-view.ts';

/** The people that the search of this `id` found, best first. */
export const peopleFoundSchema = z.object({
  type: z.literal('people'),
  id: z.string(),
  people: z.array(personViewSchema),
  /** True: there are more than were asked for. */
  more: z.boolean(),
  /** Present while the directory is still being read for the first time: how many are here so far. */
  filling: z.optional(z.number()),
});
export type PeopleFound = z.infer<typeof peopleFoundSchema>;
