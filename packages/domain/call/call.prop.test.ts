import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTurn, inputOf, type Turn } from './any-input.testing.ts';
import { incomingCall, olga } from './call.testing.ts';
import type { CallStory } from './call-story.testing.ts';
import { nextDeadline } from './deadlines.ts';
import { Promises } from './promises.testing.ts';

const greeting = { url: 'https://contoso.example/hello.wav', resourceId: 'hello', milliseconds: 5_000 };
/** Long enough to be held, put through, recalled and taken by another, several times over. */
const manyTurns = fc.array(anyTurn, { minLength: 1, maxLength: 60, size: 'max' });

/** Every so often an operator's console goes for good. */
const isConsoleLost = (turn: Turn): boolean => turn.bits === 255;

function play(call: CallStory, turn: Turn): void {
  call.after(turn.wait);
  if (isConsoleLost(turn)) call.withoutConsoleOf(olga);
  call.when(inputOf(call, turn));
}

test('any order of facts and commands keeps the promises to the caller', () => {
  const reached = new Set<string>();
  const property = fc.property(manyTurns, fc.boolean(), (turns, isGreeted) => {
    const call = incomingCall(undefined, isGreeted ? { greeting } : {});
    const promises = new Promises();
    for (const turn of turns) {
      const before = call.state;
      play(call, turn);
      expect(promises.brokenBy(call, before)).toEqual([]);
      reached.add(call.state.name);
    }
  });
  fc.assert(property, { numRuns: 2_000 });
  // The runs are worth something only if they come everywhere.
  const everywhere = ['answering', 'connected', 'connecting', 'ended', 'greeting', 'handedOver', 'held'];
  expect([...reached].toSorted()).toEqual([...everywhere, 'transferring', 'waiting']);
});

test('the clock never stands still: what was due is done, or due later', () => {
  const property = fc.property(manyTurns, (turns) => {
    const call = incomingCall();
    for (const turn of turns) play(call, turn);
    for (let round = 0; round < 20; round += 1) {
      const due = nextDeadline(call.state);
      if (due === undefined) return;
      call.after(Math.max(0, due - call.now)).when({ type: 'timePassed' });
      expect(nextDeadline(call.state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(call.now);
    }
  });
  fc.assert(property, { numRuns: 300 });
});
