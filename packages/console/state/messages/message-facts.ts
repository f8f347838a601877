import type { CallView } from '@switchboard/contract/views/call-view';
import * as z from 'zod/mini';

const text = z.optional(z.string());
const factsSchema = z.object({
  callId: z.string(),
  caller: text,
  number: text,
  company: text,
  queue: text,
  at: z.number(),
  isMissed: z.boolean(),
});

/** What a message says of a call. `at` is when it came; `isMissed`: the recipient was rung for it and did not answer. */
export type MessageFacts = z.infer<typeof factsSchema>;

/** @param company of the caller, where somebody knows it */
export function factsOf(
  { callId, caller, arrivedAt, recall }: CallView,
  recipientId: string,
  { queue, company }: { readonly queue?: string | undefined; readonly company?: string | undefined },
): MessageFacts {
  return {
    callId,
    caller: caller.name,
    number: caller.number,
    company,
    queue,
    at: arrivedAt,
    isMissed: recall?.target?.personId === recipientId,
  };
}

/** Facts as a draft keeps them; undefined where there are none, or a browser kept something else. */
export function readFacts(kept: string): MessageFacts | undefined {
  if (kept === '') return undefined;
  try {
    const facts = factsSchema.safeParse(JSON.parse(kept));
    return facts.success ? facts.data : undefined;
  } catch {
    // No draft of ours: there is nothing to go by.
    return undefined;
  }
}
