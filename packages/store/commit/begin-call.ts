import type { Decided } from '@switchboard/domain/call/decision';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { type CallChanged, committed } from './change-call.ts';
import { outcomeAtEnd } from './follow-ups.ts';
import { writeDecision } from './write-decision.ts';

/** Records a new call with the leg it came by. Undefined: the leg is known already, the notification came twice. */
export async function beginCall(
  store: Store,
  begin: { readonly decided: Decided; readonly now: Instant; readonly owner: number },
): Promise<CallChanged | undefined> {
  const outcome = outcomeAtEnd(undefined, begin.decided.state);
  const aftermath = outcome === undefined ? {} : { outcome };
  const written = await writeDecision(store, { ...begin, aftermath, version: undefined });
  return written === undefined ? undefined : committed(begin.decided, written, begin.now);
}
