import * as z from 'zod/mini';
import { personSourceSchema } from '../views/person-view.ts';

const words = z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(20)));

/** Whoever is found fits each filter that is given. */
export const searchFiltersSchema = z.object({
  departments: words,
  /** Offices or cities. */
  places: words,
  sources: z.optional(z.array(personSourceSchema).check(z.maxLength(4))),
  /** `free`: those who are available now, as far as their presence is known. */
  presence: z.optional(z.literal('free')),
});
export type SearchFiltersView = z.infer<typeof searchFiltersSchema>;

/**
 * Look for people. An empty text finds everybody whom the filters name, by name; without filters nobody. Answered by
 * `people` with the same `id`; of several that wait only the newest is answered by people, the others by nobody.
 */
export const searchSchema = z.object({
  type: z.literal('search'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string().check(z.maxLength(200)),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
  /** How many of the best to pass by; see `more`. */
  offset: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(5_000))),
  filters: z.optional(searchFiltersSchema),
  /** The call that the search is for: whom its caller is usually put through to comes first. */
  callId: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});
export type Search = z.infer<typeof searchSchema>;
