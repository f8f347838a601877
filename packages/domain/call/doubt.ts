import type { Decision } from './decision.ts';

/** What was told may be older than what is known: Graph is asked, and the answer to this question is believed. */
export function doubt(decision: Decision): void {
  if (decision.state.recheck !== undefined) {
    decision.ignore('a newer answer is on its way');
    return;
  }
  const effectId = decision.ask({ type: 'observe' });
  decision.record({ type: 'absenceDoubted', effectId });
}
