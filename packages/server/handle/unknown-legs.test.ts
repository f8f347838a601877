import { effectId, instanceId, type LegId, legId, type TenantId, tenantId } from '@switchboard/domain/ids';
import type { LegSnapshot } from '@switchboard/graph/wire/leg-snapshot';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import type { LegOwner } from '@switchboard/store/reads/leg-owner';
import { expect, test } from 'vitest';
import { UnknownLegs } from './unknown-legs.ts';

const contoso = tenantId('c0000000-0000-4000-8000-000000000000');
const leg = legId('leg-1');
const queue = instanceId('d0000000-0000-4000-8000-000000000000');
const established = { leg, state: 'established', instanceId: queue } as const;
const unknown = { leg, isOver: false } as const;
const over = { leg, isOver: true } as const;

function stage(owner: LegOwner, graph: LegSnapshot | 'unavailable' = established) {
  const clock = new ManualClock(1_000_000);
  const hungUp: LegId[] = [];
  const takenOn: LegId[] = [];
  const looks: LegId[] = [];
  const legs = new UnknownLegs({
    clock,
    log: silentLogger,
    ownerOf: () => Promise.resolve(owner),
    isQueue: (_tenant: TenantId, id) => Promise.resolve(id === queue),
    look: (_tenant, asked) => {
      looks.push(asked);
      return Promise.resolve(graph === 'unavailable' ? refused({ message: 'not today' }) : ok(graph));
    },
    takeOn: (incoming) => Promise.resolve(takenOn.push(incoming.leg)),
    hangUp: (_tenant, ended) => {
      hungUp.push(ended);
      return Promise.resolve();
    },
  });
  return { clock, legs, hungUp, takenOn, looks };
}

test('given a roster of a leg that nobody knows, when it is established at a queue, it is hung up', async () => {
  const { legs, hungUp } = stage('unknown');
  expect(legs.take(contoso, [unknown])).toBe(true);
  await legs.work();
  expect(hungUp).toEqual([leg]);
});

test('given a notice of a call that has ended, its leg is looked at when what was on its way has come', async () => {
  const { clock, legs, hungUp, looks } = stage('ended', { leg, state: 'established' });
  legs.take(contoso, [over]);
  await legs.work();
  expect(looks).toEqual([]);
  clock.advance(10_000);
  await legs.work();
  expect(hungUp).toEqual([leg]);
});

test('given that the end of the leg comes meanwhile, nobody looks', async () => {
  const { clock, legs, looks } = stage('ended');
  legs.take(contoso, [over]);
  expect(legs.take(contoso, [{ ...over, snapshot: { leg, state: 'gone' } }])).toBe(false);
  clock.advance(10_000);
  await legs.work();
  expect(looks).toEqual([]);
});

test('given a leg that is said to be gone, it is looked at once more: 404 may be a mistake', async () => {
  const { clock, legs, hungUp } = stage('ended');
  const observed = { type: 'legObserved', leg, effectId: effectId('e-1') } as const;
  const question = { type: 'observe', leg } as const;
  expect(legs.doubt(contoso, question, { ...observed, legState: 'established' })).toBe(false);
  expect(legs.doubt(contoso, question, { ...observed, legState: 'gone' })).toBe(true);
  clock.advance(10_000);
  await legs.work();
  expect(hungUp).toEqual([leg]);
});

test('given an answer to a leg that is said to be gone, so it is; of other requests it says nothing', () => {
  const gone = { type: 'effectRefused', effectId: effectId('e-1'), problem: 'gone', message: '404' } as const;
  const { legs } = stage('ended');
  expect(legs.doubt(contoso, { type: 'stopPrompts', leg }, gone)).toBe(false);
  expect(legs.doubt(contoso, { type: 'answer', leg }, gone)).toBe(true);
});

test('a leg is looked at once a minute at most, however often Graph tells of it', async () => {
  const { clock, legs, looks } = stage('unknown', { leg, state: 'gone' });
  for (let second = 0; second < 61; second += 1) {
    legs.take(contoso, [unknown, unknown]);
    await legs.work();
    clock.advance(1_000);
  }
  expect(looks).toHaveLength(2);
});

test('a leg that rings is taken on as a call', async () => {
  const incoming = {
    type: 'callIncoming',
    tenantId: contoso,
    leg,
    instanceId: queue,
    caller: { kind: 'unknown' },
  } as const;
  const { legs, takenOn, hungUp } = stage('unknown', { leg, state: 'incoming', instanceId: queue, incoming });
  legs.take(contoso, [unknown]);
  await legs.work();
  expect([takenOn, hungUp]).toEqual([[leg], []]);
});

test.each<[string, LegOwner, LegSnapshot | 'unavailable']>([
  ['has a live call', 'live', established],
  ['is being ended', 'ending', established],
  ['is gone', 'ended', { leg, state: 'gone' }],
  ['is given away just now', 'ended', { leg, state: 'transferring' }],
  ['belongs to another account', 'unknown', { ...established, instanceId: instanceId('f-1') }],
  ['is for nobody whom Graph names', 'unknown', { leg, state: 'established' }],
  ['cannot be looked at', 'unknown', 'unavailable'],
])('a leg that %s is left alone', async (_what, owner, graph) => {
  const { clock, legs, hungUp, takenOn } = stage(owner, graph);
  legs.take(contoso, [unknown]);
  clock.advance(10_000);
  await legs.work();
  expect([hungUp, takenOn]).toEqual([[], []]);
});

test('a notice by which the leg rings or has ended asks for no look', () => {
  const { legs } = stage('unknown');
  for (const state of ['incoming', 'gone', 'establishing'] as const)
    expect(legs.take(contoso, [{ ...unknown, snapshot: { leg, state } }])).toBe(false);
});
