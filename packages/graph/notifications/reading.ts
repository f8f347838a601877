import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import type { LegId } from '@switchboard/domain/ids';
import type { LegSnapshot } from '../wire/leg-snapshot.ts';

/** A fact, and the leg by which the call is found that it belongs to. */
export interface NotifiedFact {
  readonly leg: LegId;
  readonly fact: CallFact | CallIncoming;
}

/** What one notification comes to: facts, and why what is no fact is none. */
export interface Reading {
  readonly facts: readonly NotifiedFact[];
  readonly ignored: readonly string[];
  /** How the leg stands, when the notification is about the call itself. */
  readonly snapshot?: LegSnapshot;
}

export const reading = (leg: LegId, fact: CallFact | CallIncoming): Reading => ({
  facts: [{ leg, fact }],
  ignored: [],
});

export const ignoredBecause = (reason: string): Reading => ({ facts: [], ignored: [reason] });
