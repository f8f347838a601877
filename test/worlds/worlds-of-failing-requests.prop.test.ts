import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlan } from './plan.ts';
import { live, type Tally } from './random-world.ts';

const sequences = 5_000;

test('whatever Graph refuses, forgets to answer or does in silence, no caller is lost', {
  timeout: 400_000,
}, async () => {
  const tally: Tally = new Map();
  const plans = anyPlan.filter(({ weather }) => weather >= 65);
  const property = fc.asyncProperty(plans, async (plan) => {
    expect(await live(plan, tally)).toEqual([]);
  });
  await fc.assert(property, { numRuns: sequences });
  const rare = ['invitationRenewed', 'absenceDoubted', 'callHandedOver', 'callRecalled'].filter(
    (event) => (tally.get(event) ?? 0) <= 10,
  );
  expect(rare).toEqual([]);
});
