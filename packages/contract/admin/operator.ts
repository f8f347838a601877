import * as z from 'zod/mini';
import { guidField, nameField, wholeNumberField } from './admin-fields.ts';

const signInName = 'give the name the operator signs in to Teams with, like eva.berg@contoso.example';
const queueIds = 'give an array of queue ids of this tenant, without repetition';

/** Makes a person an operator of exactly these queues. In queues that they answered before they keep their rank. */
export const putOperatorSchema = z.strictObject({
  name: nameField('the operator’s name'),
  userPrincipalName: z
    .string({ error: signInName })
    .check(z.maxLength(256, signInName), z.regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, signInName)),
  queueIds: z.array(z.string({ error: queueIds }).check(z.minLength(1, queueIds)), { error: queueIds }).check(
    z.maxLength(500, queueIds),
    z.refine((ids) => new Set(ids).size === ids.length, queueIds),
  ),
});
export type PutOperator = z.infer<typeof putOperatorSchema>;

/** Lets a known operator answer a queue. */
export const putQueueOperatorSchema = z.strictObject({
  /** The strategy `ordered` asks lower ranks first. Left out: the rank stays, and is 0 of a new one. */
  rank: z.optional(wholeNumberField(0, 1_000)),
});
export type PutQueueOperator = z.infer<typeof putQueueOperatorSchema>;

const tenantId = guidField('the tenant id, as the list of tenants shows it');
const personId = guidField('the operator’s object id of the Entra admin center');

/** What the addresses below a tenant name. */
export const tenantPathSchema = z.object({ tenantId });

/** What an operator's address names. */
export const operatorPathSchema = z.object({ tenantId, personId });

/** What the address of an operator of a queue names. */
export const queueOperatorPathSchema = z.object({ tenantId, queueId: z.string(), personId });

export const operatorViewSchema = z.object({
  personId: z.string(),
  name: z.string(),
  userPrincipalName: z.string(),
  queueIds: z.array(z.string()),
  /** Of each queue, where it is not 0. */
  ranks: z.record(z.string(), z.number()),
});
export type OperatorView = z.infer<typeof operatorViewSchema>;

export const operatorListSchema = z.object({ operators: z.array(operatorViewSchema) });
