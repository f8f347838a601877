import type { FaultChange } from '@switchboard/simulator/faults/fault-settings';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** The same call, from the ring to the hand-over, while one thing after the other goes wrong at Microsoft. */
describe.each(['whole rosters', 'rosters of changes'] as const)(
  'With %s a call comes through although',
  (kind) => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage({
        environment: { GRAPH_DELTA_ROSTER: kind === 'rosters of changes' ? 'on' : 'off' },
        settings: { settle: 400, operatorRing: 8_000, transferRing: 8_000, check: 1_000 },
      });
    });
    afterEach(() => stage.clear());
    afterAll(() => stage.close());

    /** A caller is taken, held, resumed and handed over to Jan. */
    async function wholeCall(): Promise<void> {
      const { eva, ids } = stage;
      const lineId = await stage.house.dial();
      const { callId } = await stage.shows('waiting', (call) => call.can.includes('accept'));
      await eva.ask('accept', callId);
      await stage.pickUp(ids.eva);
      const isTalking = () => until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
      await stage.shows('talking', ({ state }) => state === 'connected');
      await isTalking();
      await eva.ask('hold', callId);
      await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'holdMusic');
      await stage.shows('on hold', ({ state }) => state === 'held');
      await eva.ask('resume', callId);
      await isTalking();
      expect(await eva.transfer(callId, ids.jan)).toBe('taken');
      await stage.pickUp(ids.jan);
      await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
      expect(stage.withCaller(lineId)).toEqual([ids.jan]);
      await isTalking();
      // The worlds of test/worlds hold the limits to the millisecond; here a busy machine counts too.
      expect(stage.line(lineId).longestSilenceMs).toBeLessThan(10_000);
    }

    const kinds = ['call', 'operation', 'roster'] as const;
    const steps = [
      'answer',
      'playPrompt',
      'invite',
      'hold',
      'resume',
      'removeParticipant',
      'hangUp',
    ] as const;
    const each = { next: 3, kinds: [...steps] };
    const weathers: readonly (readonly [string, FaultChange])[] = [
      ['every notification comes twice', { double: { probability: 1 } }],
      ['every notification is late', { delay: { probability: 1, minMs: 100, maxMs: 500 } }],
      [
        'notifications overtake each other',
        { reorder: { probability: 0.5, kinds: [...kinds], minMs: 50, maxMs: 400 } },
      ],
      ['no roster ever comes', { drop: { probability: 1, kinds: ['roster'] } }],
      ['no end of an operation is ever told', { drop: { probability: 1, kinds: ['operation'] } }],
      ['a third of all notifications is lost', { drop: { probability: 0.33, kinds: [...kinds] } }],
      ['Graph throttles', { throttle: { ...each, retryAfterSeconds: 1 } }],
      ['Graph throttles without saying how long', { throttle: { ...each, retryAfterSeconds: null } }],
      ['Graph answers 500', { serverError: { ...each, done: 'never' } }],
      ['Graph answers 503 and has done it', { unavailable: { ...each, done: 'always' } }],
      ['Graph answers 504 and has not done it', { gatewayTimeout: { ...each, done: 'never' } }],
      ['connections break after it was done', { reset: { ...each, done: 'always' } }],
      [
        'the reply to the invitations is lost',
        { gatewayTimeout: { next: 2, kinds: ['invite'], done: 'always' } },
      ],
      ['the invitations are not done', { gatewayTimeout: { next: 2, kinds: ['invite'], done: 'never' } }],
    ];

    // What Graph does with requests is the same with both.
    const isFirst = kind === 'whole rosters';
    it.each(isFirst ? weathers : weathers.slice(0, 6))('%s', async (_name, faults) => {
      stage.house.simulator.faults.set(faults);
      await wholeCall();
    });

    if (!isFirst) return;

    it('the answer to the call itself is lost', async () => {
      stage.house.simulator.faults.set({ unavailable: { next: 1, kinds: ['answer'], done: 'always' } });
      await wholeCall();
    });

    it('the caller is not kept when Graph forgets the call: the end has its reason', async () => {
      const { lineId, callId } = await stage.talking();
      expect(stage.house.simulator.platform.forget(lineId).ok).toBe(true);
      const over = await stage.shows('over', (call) => call.callId === callId && call.state === 'ended');
      expect(over.ended).toBe('lostByPlatform');
    });

    it('somebody else picks up for the operator: the caller waits on', async () => {
      const { faults } = stage.house.simulator;
      faults.set({ otherPickUp: { next: 1, people: [stage.ids.eva], afterSeconds: 0.2 } });
      const lineId = await stage.house.dial();
      const { callId } = await stage.shows('waiting', (call) => call.can.includes('accept'));
      await stage.eva.ask('accept', callId);
      await stage.shows('waiting again', ({ missed }) => missed?.why === 'noAnswer');
      await until('nobody is with the caller', () => stage.withCaller(lineId).length === 0);
      await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'prompt');
    });

    it('the operator’s Teams is signed out: the caller waits on, and it is said', async () => {
      stage.house.simulator.faults.set({ signedOut: { next: 1, people: [stage.ids.eva] } });
      await stage.house.dial();
      const { callId } = await stage.shows('waiting', (call) => call.can.includes('accept'));
      await stage.eva.ask('accept', callId);
      await stage.shows('waiting again', ({ missed }) => missed?.why === 'notSignedIn');
    });
  },
);
