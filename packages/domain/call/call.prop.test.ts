import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queueId } from '../ids.ts';
import type { QueueSettings } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import { anyTurn, inputOf, type Turn } from './any-input.testing.ts';
import { everyState, incomingCall, olga, tom } from './call.testing.ts';
import type { CallStory } from './call-story.testing.ts';
import { nextDeadline } from './deadlines.ts';
import { openInvitation } from './invite.ts';
import { Promises } from './promises.testing.ts';

const greeting = { url: 'https://contoso.example/hello.wav', resourceId: 'hello', milliseconds: 5_000 };
/** Long enough to be held, put through, recalled and taken by another, several times over. */
const manyTurns = fc.array(anyTurn, { minLength: 1, maxLength: 60, size: 'max' });

const destinations = [
  { to: 'message' },
  { to: 'callBack' },
  { to: 'queue', queueId: queueId('service-desk') },
  { to: 'person', personId: tom.id },
  { to: 'number', number: '+442079460188' },
] as const;
const anyRule = fc
  .record({
    destination: fc.constantFrom(...destinations),
    message: fc.constantFrom({}, { message: greeting }),
  })
  .map(({ destination, message }) => ({ destination, ...message }));

/** As many runs as there is time for: about ten thousand, in milliseconds. */
const enoughTime = 9_000;

/** Queues of every kind: how they stand when the call comes in, and what they do with calls that they do not keep. */
const anyQueue = fc.tuple(
  fc.record(
    {
      strategy: fc.constantFrom('pick', 'pick', 'longestIdle'),
      bridge: fc.constantFrom('anchor', 'anchor', 'anchor', 'direct'),
      maxWaiting: fc.constant(2),
      maxWait: fc.constant(20_000),
      announcement: fc.constant({ every: 7_000, positions: [greeting], waits: [greeting] }),
      diversions: fc.record(
        { closed: anyRule, emergency: anyRule, full: anyRule, nobodyThere: anyRule, waitedTooLong: anyRule },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['strategy', 'bridge', 'diversions'] },
  ),
  fc.record({
    state: fc.constantFrom('open', 'open', 'open', 'closed', 'emergency'),
    waiting: fc.nat(3),
    operatorsAtWork: fc.constantFrom(0, 1, 2, 2),
    position: fc.integer({ min: 1, max: 3 }),
    expectedWait: fc.nat(200_000),
  }),
) as fc.Arbitrary<[Partial<QueueSettings>, QueueSituation]>;

/** Every so often an operator's console goes for good. */
const isConsoleLost = (turn: Turn): boolean => turn.bits === 255;

function play(call: CallStory, turn: Turn): void {
  call.after(turn.wait);
  if (isConsoleLost(turn)) call.withoutConsoleOf(olga);
  call.when(inputOf(call, turn));
}

test('any order of facts and commands keeps the promises to the caller', () => {
  const reached = new Set<string>();
  const property = fc.property(
    manyTurns,
    fc.boolean(),
    anyQueue,
    (turns, isGreeted, [settings, situation]) => {
      const call = incomingCall(undefined, { ...settings, ...(isGreeted ? { greeting } : {}) }, situation);
      const promises = new Promises();
      for (const turn of turns) {
        const before = call.state;
        play(call, turn);
        expect(promises.brokenBy(call, before)).toEqual([]);
        reached.add(call.state.name);
      }
    },
  );
  fc.assert(property, { numRuns: 100_000, interruptAfterTimeLimit: enoughTime });
  // The runs are worth something only if they come everywhere.
  expect([...reached].toSorted()).toEqual(everyState.toSorted());
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

/** Where a call may stay though nothing happens any more: somebody talks, or it is in line. */
const lasting: ReadonlySet<string> = new Set([
  ...(['connected', 'held', 'consulting', 'merged', 'waiting', 'ended'] as const),
  // Graph has not said yet whether it is answered: it is asked again and again.
  'answering',
]);

/** Longer than anything rings, plays, is parked or camped. */
const longEnough = 10 * 60_000;

test('nobody is left where nothing leads out: time alone ends every ringing, parking, camping and message', () => {
  const property = fc.property(manyTurns, anyQueue, (turns, [settings, situation]) => {
    const call = incomingCall(undefined, settings, situation);
    for (const turn of turns) play(call, turn);
    for (const end = call.now + longEnough; call.now < end; ) {
      const due = nextDeadline(call.state) ?? end;
      call.after(Math.max(1, due - call.now)).when({ type: 'timePassed' });
      for (const { effectId } of call.state.releases ?? []) call.when({ type: 'effectDone', effectId });
    }
    expect(lasting).toContain(call.state.name);
    expect(openInvitation(call.state)).toBeUndefined();
  });
  fc.assert(property, { numRuns: 500 });
});
