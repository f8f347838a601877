import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FaultChances } from './fault-chances.ts';
import { type FaultName, faultNames, noFaultSettings } from './fault-settings.ts';

const occasions = fc.array(fc.constantFrom(...faultNames), { maxLength: 80 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

/** On which occasions of `name` it happens. */
function happenings(seed: number, order: readonly FaultName[], name: FaultName, chance: number): boolean[] {
  const chances = new FaultChances(seed);
  chances.set({ ...noFaultSettings, [name]: { ...noFaultSettings[name], probability: chance } });
  return order
    .map((each) => ({ each, happens: chances.occasion(each, true).happens }))
    .filter(({ each }) => each === name)
    .map(({ happens }) => happens);
}

test('the same seed and order give the same faults, and what goes on with other faults moves none', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      occasions,
      fc.constantFrom(...faultNames),
      probability,
      (seed, order, name, p) => {
        const seen = happenings(seed, order, name, p);
        expect(happenings(seed, order, name, p)).toEqual(seen);
        const alone = order.filter((each) => each === name);
        expect(happenings(seed, alone, name, p)).toEqual(seen);
      },
    ),
  );
});

test('a higher probability adds faults and takes none away; 0 is never and 1 is always', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(60), probability, probability, (seed, count, one, other) => {
      const order = Array.from({ length: count }, () => 'drop' as const);
      const fewer = happenings(seed, order, 'drop', Math.min(one, other));
      const more = happenings(seed, order, 'drop', Math.max(one, other));
      expect(fewer.every((happens, index) => !happens || more[index])).toBe(true);
      expect(happenings(seed, order, 'drop', 0)).not.toContain(true);
      expect(happenings(seed, order, 'drop', 1)).not.toContain(false);
    }),
  );
});

test('what is asked for certain happens so often and counts down, and the probability stays', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(20), fc.nat(40), (seed, next, count) => {
      const chances = new FaultChances(seed);
      chances.set({ ...noFaultSettings, reset: { ...noFaultSettings.reset, next } });
      let happened = 0;
      for (let round = 0; round < count; round++) {
        if (!chances.occasion('reset', true).happens) continue;
        chances.use('reset');
        happened += 1;
      }
      expect(happened).toBe(Math.min(next, count));
      expect(chances.settings.reset.next).toBe(next - happened);
      expect(chances.done.reset).toBe(happened);
    }),
  );
});
