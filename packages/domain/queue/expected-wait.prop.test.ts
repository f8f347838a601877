import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedWait } from './expected-wait.ts';

const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -10, max: 3_600_000 }));
const anyAnswered = fc.array(fc.record({ answeredAfter: anyNumber, talked: anyNumber }), { maxLength: 50 });
const time = fc.integer({ min: 0, max: 3_600_000 });
const goodAnswered = fc.array(fc.record({ answeredAfter: time, talked: time }), {
  minLength: 3,
  maxLength: 50,
});
const place = fc.integer({ min: 1, max: 200 });

const nothing = { milliseconds: 0, minutes: 0 };

test('whatever goes in, what comes out is a time, or nothing', () => {
  const property = fc.property(anyNumber, anyAnswered, anyNumber, (position, answered, operators) => {
    const { milliseconds, minutes } = expectedWait(position, answered, operators) ?? nothing;
    expect(milliseconds >= 0 && Number.isFinite(milliseconds)).toBe(true);
    expect(minutes >= 0 && Number.isInteger(minutes)).toBe(true);
  });
  fc.assert(property, { numRuns: 2_000 });
});

test('nobody waits less further back in line, nor longer for one operator more', () => {
  const property = fc.property(place, goodAnswered, place, (position, answered, operators) => {
    const wait = expectedWait(position, answered, operators)?.milliseconds ?? Number.NaN;
    expect(expectedWait(position + 1, answered, operators)?.milliseconds).toBeGreaterThanOrEqual(wait);
    expect(expectedWait(position, answered, operators + 1)?.milliseconds).toBeLessThanOrEqual(wait);
  });
  fc.assert(property, { numRuns: 1_000 });
});
