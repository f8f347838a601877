import * as z from 'zod/mini';

/** The people whose presence this console shows now; it replaces the earlier list. */
export const watchSchema = z.object({
  type: z.literal('watch'),
  personIds: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(200)),
});
export type Watch = z.infer<typeof watchSchema>;
