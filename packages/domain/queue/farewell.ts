import type { Prompt } from '../call/effect.ts';
import type { DivertReason, QueueSettings } from './queue.ts';

/**
 * What a caller hears who is turned away, and for whom the queue's rule can do nothing: the message of the rule, unless
 * that promises a call back. Then what the queue says to those whom it turns away anyhow, if it says anything.
 */
export function farewellOf(
  { diversions }: Pick<QueueSettings, 'diversions'>,
  why: DivertReason,
): Prompt | undefined {
  const rule = diversions[why];
  if (rule?.destination.to !== 'callBack') return rule?.message;
  const instead = [diversions.closed, diversions.nobodyThere].find(
    (other) => other?.destination.to === 'message' && other.message !== undefined,
  );
  return instead?.message;
}
