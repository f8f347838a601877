import * as z from 'zod/mini';
import { personViewSchema } from '../views/person-view.ts';

/** The people that the search of this `id` found, best first, from the offset that was asked for. */
export const peopleFoundSchema = z.object({
  type: z.literal('people'),
  id: z.string(),
  people: z.array(personViewSchema),
  /** How many there are, about. */
  total: z.number(),
  /** There are at least that many. */
  isCapped: z.optional(z.literal(true)),
  /** True: there are more behind these. */
  more: z.boolean(),
  /**
   * Microsoft was asked too, since the directory is not here yet, and: `merged` its answer is in; `failed` it did not
   * answer in time; `noRight` the operator and the application may not ask.
   */
  forwarded: z.optional(z.enum(['merged', 'failed', 'noRight'])),
});
export type PeopleFound = z.infer<typeof peopleFoundSchema>;
