import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callId, personId } from '../ids.ts';
import { type Distribution, distribute, type QueueOperator, type WaitingCall } from './distribute.ts';
import { strategies } from './queue.ts';
import { compareInLine } from './waiting-order.ts';

const now = 1_000;
const operatorIds = ['ada', 'bob', 'cid', 'dora', 'eve'].map((id) => personId(id));
const callIds = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => callId(id));
const small = fc.integer({ min: 0, max: 3 });

const anyCall = (id: WaitingCall['callId']): fc.Arbitrary<WaitingCall> =>
  fc
    .record({
      isFront: fc.boolean(),
      isVip: fc.boolean(),
      priority: small,
      arrivedAt: small,
      offer: fc.option(
        fc.record({
          operatorIds: fc.subarray(operatorIds, { minLength: 1 }),
          until: fc.integer({ min: now - 2, max: now + 2 }),
        }),
        { nil: undefined },
      ),
      refusedBy: fc.subarray(operatorIds).map((ids) => ids.map((operatorId) => ({ operatorId, times: 1 }))),
    })
    .map(({ offer, ...call }) => ({ ...call, callId: id, ...(offer === undefined ? {} : { offer }) }));

const anyOperator = (id: QueueOperator['operatorId']): fc.Arbitrary<QueueOperator> =>
  fc
    .record({
      isAvailable: fc.boolean(),
      idleSince: small,
      rank: small,
      lastOfferedAt: fc.option(small, { nil: undefined }),
      offeredCallId: fc.option(fc.constantFrom(...callIds, callId('elsewhere')), { nil: undefined, freq: 2 }),
    })
    .map(({ lastOfferedAt, offeredCallId, ...operator }) => ({
      ...operator,
      operatorId: id,
      ...(lastOfferedAt === undefined ? {} : { lastOfferedAt }),
      ...(offeredCallId === undefined ? {} : { offeredCallId }),
    }));

const anyDistribution: fc.Arbitrary<Distribution> = fc.record({
  strategy: fc.constantFrom(...strategies),
  calls: fc.subarray(callIds).chain((ids) => fc.tuple(...ids.map((id) => anyCall(id)))),
  operators: fc.subarray(operatorIds).chain((ids) => fc.tuple(...ids.map((id) => anyOperator(id)))),
  now: fc.constant(now),
});

const isLive = ({ offer }: WaitingCall): boolean => offer !== undefined && offer.until > now;

/** Free by the words of the rule: could take a call, and nobody waits for their answer. */
function freeIn({ calls, operators }: Distribution): readonly QueueOperator[] {
  const waiting = new Map(calls.map((call) => [call.callId, call]));
  return operators.filter(({ operatorId, isAvailable, offeredCallId }) => {
    const own = offeredCallId === undefined ? undefined : waiting.get(offeredCallId);
    const hasOffer = offeredCallId !== undefined && (own === undefined || isLive(own));
    const isNamed = calls.some((call) => isLive(call) && call.offer?.operatorIds.includes(operatorId));
    return isAvailable && !hasOffer && !isNamed;
  });
}

test('nobody is offered two calls, nobody who is not free any, and no call is offered twice', () => {
  const property = fc.property(anyDistribution, (input) => {
    const offers = distribute(input);
    const asked = offers.flatMap((offer) => offer.operatorIds);
    const offered = offers.map((offer) => offer.callId);
    const free = new Set(freeIn(input).map(({ operatorId }) => operatorId));
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(offered).size).toBe(offered.length);
    expect(asked.filter((id) => !free.has(id))).toEqual([]);
    expect(input.calls.filter((call) => isLive(call) && offered.includes(call.callId))).toEqual([]);
    const most = input.strategy === 'allAtOnce' ? operatorIds.length : 1;
    expect(offers.filter(({ operatorIds: ids }) => ids.length < 1 || ids.length > most)).toEqual([]);
  });
  fc.assert(property, { numRuns: 3_000 });
});

test('the first calls of the line are offered, and no call waits while somebody is free', () => {
  const property = fc.property(anyDistribution, (input) => {
    fc.pre(input.strategy !== 'pick');
    const offers = distribute(input);
    const line = input.calls.filter((call) => !isLive(call)).toSorted(compareInLine);
    expect(offers.map((offer) => offer.callId)).toEqual(
      line.slice(0, offers.length).map((call) => call.callId),
    );
    const asked = new Set(offers.flatMap((offer) => offer.operatorIds));
    const isSomebodyLeft = freeIn(input).some(({ operatorId }) => !asked.has(operatorId));
    expect(isSomebodyLeft && offers.length < line.length).toBe(false);
  });
  fc.assert(property, { numRuns: 3_000 });
});

test('the same question has the same answer, in whatever order it is put', () => {
  const property = fc.property(anyDistribution, (input) => {
    const turned = { ...input, calls: input.calls.toReversed(), operators: input.operators.toReversed() };
    expect(distribute(turned)).toEqual(distribute(input));
  });
  fc.assert(property, { numRuns: 1_000 });
});

test('round robin is fair: over many rounds nobody is asked more than once oftener than another', () => {
  const anyWaits = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 60 });
  const property = fc.property(fc.integer({ min: 1, max: 5 }), anyWaits, (crew, rounds) => {
    let operators: readonly QueueOperator[] = operatorIds
      .slice(0, crew)
      .map((operatorId) => ({ operatorId, isAvailable: true, idleSince: 0, rank: 0 }));
    const asked = new Map(operators.map(({ operatorId }) => [operatorId, 0]));
    for (const [round, waiting] of rounds.entries()) {
      const at = round + 1;
      const calls = callIds.slice(0, waiting).map((id) => ({
        callId: id,
        isFront: false,
        isVip: false,
        priority: 0,
        arrivedAt: at,
        refusedBy: [],
      }));
      const offers = distribute({ strategy: 'roundRobin', calls, operators, now: at });
      // Recorded one after the other.
      for (const [index, id] of offers.flatMap((offer) => offer.operatorIds).entries()) {
        asked.set(id, (asked.get(id) ?? 0) + 1);
        const lastOfferedAt = at + index / 10;
        operators = operators.map((one) => (one.operatorId === id ? { ...one, lastOfferedAt } : one));
      }
    }
    const counts = [...asked.values()];
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
  fc.assert(property, { numRuns: 500 });
});

test('a call that everybody declines goes round: each is asked again only when all were asked as often', () => {
  const property = fc.property(
    fc.constantFrom('longestIdle', 'roundRobin', 'ordered'),
    fc.tuple(...operatorIds.map((id) => anyOperator(id))),
    (strategy, crew) => {
      const operators = crew.map(({ operatorId, idleSince, rank }) => ({
        operatorId,
        idleSince,
        rank,
        isAvailable: true,
      }));
      const times = new Map(operators.map(({ operatorId }) => [operatorId, 0]));
      for (let round = 0; round < operators.length * 4; round += 1) {
        const refusedBy = [...times].map(([operatorId, count]) => ({ operatorId, times: count }));
        const call = {
          callId: callId('a'),
          isFront: false,
          isVip: false,
          priority: 0,
          arrivedAt: 0,
          refusedBy,
        };
        const [offer] = distribute({ strategy, calls: [call], operators, now });
        for (const id of offer?.operatorIds ?? []) times.set(id, (times.get(id) ?? 0) + 1);
      }
      expect([...times.values()]).toEqual(operators.map(() => 4));
    },
  );
  fc.assert(property, { numRuns: 300 });
});
