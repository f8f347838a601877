import * as z from 'zod/mini';

/** Who is signed in at this browser. */
export const signedInViewSchema = z.object({
  operatorId: z.string(),
  name: z.string(),
  userPrincipalName: z.string(),
  tenantName: z.string(),
});
export type SignedInView = z.infer<typeof signedInViewSchema>;
