import * as z from 'zod/mini';

/** The first message of a console. `resumeFrom` is the last `seq` it has shown; without it the answer is everything. */
export const helloSchema = z.object({
  type: z.literal('hello'),
  version: z.number(),
  resumeFrom: z.optional(z.number().check(z.int(), z.nonnegative())),
});
export type Hello = z.infer<typeof helloSchema>;
