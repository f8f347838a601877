import * as z from 'zod/mini';
import {
  callStateSchema,
  callStates,
  endReasonSchema,
  endReasons,
  partyViewSchema,
} from '../views/call-view.ts';
import { timelineEntrySchema } from '../views/timeline-view.ts';
import { choiceField, guidField } from './admin-fields.ts';

const moment = 'give a moment with its zone, like 2026-11-23T13:00:00Z';
const momentField = () => z.iso.datetime({ offset: true, error: moment });

const place = 'give what the page before has as next';
const count = 'give a whole number from 1 to 500';

/** As many calls are on a page, unless it says otherwise. */
export const callsOnAPage = 50;

/** Which calls of a tenant, behind the address; what is not said does not matter. */
export const callListQuerySchema = z.strictObject({
  queueId: z.optional(z.string()),
  /** Calls that arrived then or later. */
  from: z.optional(momentField()),
  /** Calls that arrived before. */
  to: z.optional(momentField()),
  /** `live` is whatever is not over. */
  state: z.optional(choiceField('live', ...callStates)),
  /** Calls that ended so. */
  reason: z.optional(choiceField(...endReasons)),
  /** `next` of the page before. */
  before: z.optional(z.string({ error: place }).check(z.regex(/^\d{1,15}_[^\s\p{Cc}]{1,100}$/u, place))),
  limit: z.optional(z.string({ error: count }).check(z.regex(/^(?:[1-9]\d?|[1-4]\d\d|500)$/, count))),
});
export type CallListQuery = z.infer<typeof callListQuerySchema>;

/** What a call's address names. */
export const callPathSchema = z.object({
  tenantId: guidField('the tenant id, as the list of tenants shows it'),
  callId: z.string(),
});

/** A call in a list. Times are milliseconds since 1970. */
export const callSummarySchema = z.object({
  callId: z.string(),
  queueId: z.string(),
  /** The queue's name, while there is such a queue. */
  queue: z.optional(z.string()),
  state: callStateSchema,
  caller: partyViewSchema,
  arrivedAt: z.number(),
  /** When an operator first talked to the caller. */
  answeredAt: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  ended: z.optional(endReasonSchema),
  operatorId: z.optional(z.string()),
  /** The operator's name, while they are one. */
  operator: z.optional(z.string()),
});
export type CallSummary = z.infer<typeof callSummarySchema>;

/** Newest first. `next`: there are older ones, and that is where they begin. */
export const callListSchema = z.object({
  calls: z.array(callSummarySchema),
  next: z.optional(z.string()),
});
export type CallList = z.infer<typeof callListSchema>;

/** A call with all that happened to it, oldest first; `text` is the entry in words. */
export const callHistorySchema = z.object({
  call: callSummarySchema,
  entries: z.array(z.extend(timelineEntrySchema, { text: z.string() })),
});
export type CallHistoryView = z.infer<typeof callHistorySchema>;
