import { mix } from '@switchboard/simulator/world/random';
import fc from 'fast-check';
import { anyPlan, type Plan } from '../../worlds/plan.ts';
import { live } from '../../worlds/random-world.ts';

/** So many worlds at a time: what one core does in about a second. */
export const batchSize = 100;

/** Some of all worlds, by a number that does not depend on how many cores share them. */
export interface Batch {
  readonly seed: number;
  readonly batch: number;
  readonly worlds: number;
}

export interface BatchDone {
  readonly worlds: number;
  readonly tally: ReadonlyMap<string, number>;
  readonly failure?: Failure;
}

/** What a thread that has got a batch says: that something is broken, and at last what came of it. */
export type FromThread = { readonly broken: readonly string[] } | { readonly done: BatchDone };

/** A world in which somebody was lost, made as small as it goes. */
export interface Failure {
  readonly plan: Plan;
  readonly broken: readonly string[];
}

/** A world is made smaller for so long at most, in milliseconds. */
const shrinkingTime = 120_000;

/**
 * Lives through a batch of worlds, and shrinks the first in which something is broken.
 *
 * @param onBroken hears of it before it is shrunk, which may take a while
 */
export async function runBatch(
  { seed, batch, worlds }: Batch,
  onBroken: (broken: readonly string[]) => void,
): Promise<BatchDone> {
  const tally = new Map<string, number>();
  let isBroken = false;
  const property = fc.asyncProperty(anyPlan, async (plan) => {
    const broken = await whatBroke(plan, tally);
    if (broken.length > 0 && !isBroken) onBroken(broken);
    isBroken ||= broken.length > 0;
    return broken.length === 0;
  });
  const checked = await fc.check(property, {
    numRuns: worlds,
    seed: mix(seed, batch) | 0,
    interruptAfterTimeLimit: shrinkingTime,
  });
  const plan = checked.counterexample?.[0];
  if (!checked.failed || plan === undefined) return { worlds: checked.numRuns, tally };
  return { worlds: checked.numRuns, tally, failure: { plan, broken: await whatBroke(plan) } };
}

async function whatBroke(plan: Plan, tally?: Map<string, number>): Promise<readonly string[]> {
  try {
    return await live(plan, tally);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
