import * as z from 'zod/mini';

/** Look for people. An empty text finds nobody. Answered by `people` with the same `id`. */
export const searchSchema = z.object({
  type: z.literal('search'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string().check(z.maxLength(200)),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
});
export type Search = z.infer<typeof searchSchema>;
