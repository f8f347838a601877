import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlan } from './plan.ts';
import { live, type Tally } from './random-world.ts';

/** Together with the worlds of failing requests ten thousand. More by `npm run soak -- --sequences N`. */
const sequences = 5_000;

test('whatever people do and whatever notice is lost, doubled or late, no caller is lost', {
  timeout: 400_000,
}, async () => {
  const tally: Tally = new Map();
  const plans = anyPlan.filter(({ weather }) => weather < 65);
  const property = fc.asyncProperty(plans, async (plan) => {
    expect(await live(plan, tally)).toEqual([]);
  });
  await fc.assert(property, { numRuns: sequences });
  // The worlds are worth something only if much happens in them.
  const rare = [
    'callHandedOver',
    'callRecalled',
    'consultSwapped',
    'callMerged',
    'guestLeft',
    'callMoved',
  ].filter((event) => (tally.get(event) ?? 0) <= 10);
  expect(rare).toEqual([]);
});
