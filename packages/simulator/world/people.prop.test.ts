import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPeople } from './people.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const numbers = fc.integer({ min: 0, max: 999_999 });

test('everybody is found again by their id and by their principal name', () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      const people = createPeople(seed, 1_000_000);
      const person = people.at(number);
      expect(people.numberOfId(person.id.toUpperCase())).toBe(number);
      expect(people.numberOfPrincipalName(person.userPrincipalName.toUpperCase())).toBe(number);
    }),
  );
});

test('managers lead to the director in a few steps', () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      const people = createPeople(seed, 1_000_000);
      let steps = 0;
      for (let at: number | undefined = number; at !== undefined; at = people.managerOf(at)) steps += 1;
      expect(steps).toBeLessThan(12);
    }),
  );
});
