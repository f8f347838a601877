import fc from 'fast-check';

/** One thing that happens in a world; numbers mean what is there by then. */
export interface Step {
  readonly what: number;
  readonly which: number;
  /** Milliseconds that pass before it. */
  readonly wait: number;
}

export interface Plan {
  readonly seed: number;
  /** What goes wrong at Microsoft. */
  readonly weather: number;
  /** What callers hear, and when the queue does something by itself. */
  readonly settings: number;
  /** How fast Microsoft is. */
  readonly pace: number;
  /** What the queue does with calls that it does not keep, and how it gives the others out. */
  readonly rules: number;
  readonly steps: readonly Step[];
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(99),
  which: fc.nat(200),
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.nat(600) },
    { weight: 3, arbitrary: fc.nat(6_000) },
    { weight: 1, arbitrary: fc.nat(40_000) },
  ),
});

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(1_000_000),
  weather: fc.nat(99),
  settings: fc.nat(99),
  pace: fc.nat(9),
  rules: fc.nat(999),
  steps: fc.array(anyStep, { minLength: 4, maxLength: 28, size: 'max' }),
});

export const crashAt = 96;

/** Whether the server has power cuts in this world. */
export const hasCrashes = ({ steps }: Plan): boolean => steps.some(({ what }) => what >= crashAt);
