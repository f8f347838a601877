import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallEvent } from '@switchboard/domain/call/event';
import { evolve } from '@switchboard/domain/call/evolve';
import type { Cancel, Instant } from '@switchboard/kit/clock';

export interface PendingEffect {
  readonly effect: CallEffect;
  readonly askedAt: Instant;
  attempts: number;
  inDoubt: boolean;
  notBefore: Instant;
}

/** A call as the memory server has it: its row, its events, its part of the outbox. */
export interface KeptCall {
  state: CallState;
  /** What was committed, one entry a commit. */
  readonly commits: { readonly at: Instant; readonly events: readonly CallEvent[] }[];
  readonly pending: PendingEffect[];
  cancelDue: Cancel;
  isActing: boolean;
  /** How often a deadline was over at this moment. */
  looked?: { readonly at: Instant; readonly times: number };
}

export const newCall = (state: CallState): KeptCall => ({
  state,
  commits: [],
  pending: [],
  cancelDue: () => undefined,
  isActing: false,
});

/** How what the committed events fold to differs from what is kept, in words; both as a database keeps them. */
export function unlikeItsEvents({ state, commits }: KeptCall): readonly string[] {
  let folded: CallState | undefined;
  for (const { at, events } of commits) {
    const stored = JSON.parse(JSON.stringify(events)) as readonly CallEvent[];
    for (const event of stored) folded = evolve(folded, event, at);
  }
  const [kept, told] = [JSON.stringify(state), JSON.stringify(folded)];
  return kept === told ? [] : [`the events of ${state.callId} fold to ${told}, kept is ${kept}`];
}
