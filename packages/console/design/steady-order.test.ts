import { expect, it } from 'vitest';
import { steadyOrder } from './steady-order.ts';

it('moves nothing under the cursor: who goes leaves a gap, who comes is last', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['new', 'a', 'c'])).toEqual([
    { id: 'a', isGone: false },
    { id: 'b', isGone: true },
    { id: 'c', isGone: false },
    { id: 'new', isGone: false },
  ]);
});
