import type { Decision } from './decision.ts';

/**
 * Asks Graph, and believes the answer to this question alone. One that is on its way may have left Graph before one more
 * went: a report that shows fewer people than the doubted one is asked about anew.
 *
 * @param present how many the doubted report shows; absent where no report is doubted
 */
export function doubt(decision: Decision, present?: number): void {
  const { recheck, recheckPresent } = decision.state;
  const isLess = present !== undefined && recheckPresent !== undefined && present < recheckPresent;
  if (recheck !== undefined && !isLess) {
    decision.ignore('a newer answer is on its way');
    return;
  }
  const effectId = decision.ask({ type: 'observe' });
  decision.record({ type: 'absenceDoubted', effectId, ...(present === undefined ? {} : { present }) });
}
