import { describe, expect, test } from 'vitest';
import {
  call,
  effects,
  graphWith,
  type Pages,
  participant,
  refusal,
  roster,
  theirs,
  where,
} from './call-actions.testing.ts';

async function settle(type: keyof typeof effects, pages: Pages) {
  const graph = await graphWith(pages);
  const outcome = await graph.settleDoubt(effects[type], where, 'timed out');
  return { outcome, asked: graph.asked() };
}

describe('whether the call was answered', () => {
  test.each([
    [call('established'), { type: 'done' }],
    [call('establishing'), { type: 'done' }],
    [call('incoming'), { type: 'retry' }],
    [call('terminated'), { type: 'refused', problem: 'gone' }],
    [refusal(404), { type: 'refused', problem: 'gone' }],
    [refusal(503), { type: 'doubt' }],
    [refusal(429), { type: 'doubt' }],
  ])('%# is asked of the call', async (page, outcome) => {
    const settled = await settle('answer', { 'GET ': page });
    expect(settled.outcome).toMatchObject(outcome);
    expect(settled.asked.every((request) => request === 'GET ')).toBe(true);
  });
});

describe('whether the call was rejected', () => {
  test.each([
    [refusal(404), { type: 'done' }],
    [call('incoming'), { type: 'retry' }],
    [call('established'), { type: 'refused', problem: 'conflict' }],
  ])('%# is asked of the call', async (page, outcome) => {
    expect((await settle('reject', { 'GET ': page })).outcome).toMatchObject(outcome);
  });
});

describe('whether the call was redirected', () => {
  test.each([
    [call('redirecting'), { type: 'done' }],
    [refusal(404), { type: 'done' }],
    [call('terminated'), { type: 'done' }],
    [call('incoming'), { type: 'retry' }],
    [call('established'), { type: 'refused', problem: 'conflict' }],
    [refusal(503), { type: 'doubt' }],
  ])('%# is asked of the call', async (page, outcome) => {
    const settled = await settle('redirect', { 'GET ': page });
    expect(settled.outcome).toMatchObject(outcome);
    expect(settled.asked.every((request) => request === 'GET ')).toBe(true);
  });
});

describe('whether the call was given away', () => {
  test.each([
    ['is on its way', call('transferring'), { type: 'done' }],
    ['has succeeded', call('transferAccepted'), { type: 'done' }],
    ['is over, as is the call', refusal(404), { type: 'done' }],
    ['was never possible', call('establishing'), { type: 'refused', problem: 'conflict' }],
    ['is not said', refusal(503), { type: 'doubt' }],
    ['does not show in its state', call('hold'), { type: 'doubt' }],
  ])('%s: it is not asked for again', async (_, page, outcome) => {
    const { outcome: settled, asked } = await settle('transfer', { 'GET ': page });
    expect(settled).toMatchObject(outcome);
    expect(asked.every((request) => request === 'GET ')).toBe(true);
  });

  test.each([
    [{ status: 202 }, { type: 'done' }],
    [refusal(503), { type: 'doubt' }],
    [refusal(403), { type: 'refused', problem: 'forbidden' }],
    [refusal(429), { type: 'retry' }],
  ])('%#: it is asked for again when the call is ours and nobody rings', async (again, outcome) => {
    const pages = { 'GET ': call('established'), 'POST /transfer': again };
    const { outcome: settled, asked } = await settle('transfer', pages);
    expect(settled).toMatchObject(outcome);
    expect(asked).toEqual(['GET ', 'POST /transfer']);
  });

  test.each([
    ['was late: Graph does it already', call('transferring'), { type: 'done' }],
    ['is refused for the call of several', call('established'), { type: 'refused', problem: 'conflict' }],
    ['is not said', refusal(503), { type: 'doubt' }],
  ])('a conflict then says that it %s', async (_, after, outcome) => {
    const pages = { 'GET ': [call('established'), after], 'POST /transfer': refusal(409) };
    const { outcome: settled, asked } = await settle('transfer', pages);
    expect(settled).toMatchObject(outcome);
    expect(asked.slice(0, 3)).toEqual(['GET ', 'POST /transfer', 'GET ']);
  });
});

test('keys are never sent twice', async () => {
  const { outcome, asked } = await settle('sendTones', {});
  expect(outcome).toMatchObject({ type: 'refused', problem: 'exhausted' });
  expect(asked).toEqual([]);
});

describe('whether somebody was invited', () => {
  const established = { 'GET ': call('established') };
  const others = roster(participant('p-9', 'somebody-else'));

  test.each([
    ['by the id that we chose', participant(theirs.toUpperCase(), 'whoever')],
    ['by who they are, when Graph gave another id', participant('p-7', 'NOOR')],
  ])('shows in the roster %s', async (_, member) => {
    const { outcome, asked } = await settle('invite', {
      ...established,
      'GET /participants': roster(member),
    });
    expect(outcome).toEqual({ type: 'done' });
    expect(asked).toEqual(['GET ', 'GET /participants']);
  });

  test.each([
    ['nobody of it is there', others],
    ['nobody is there', roster()],
    [
      'they have left',
      roster({ ...(participant(theirs, 'noor') as object), removedState: { reason: 'Removed' } }),
    ],
    ['the call of two has no roster', refusal(400)],
  ] as const)('is uncertain when %s; nothing is withdrawn and nobody rung here', async (_, page) => {
    const { outcome, asked } = await settle('invite', { ...established, 'GET /participants': page });
    expect(outcome).toMatchObject({ type: 'refused', problem: 'uncertain' });
    expect(asked).toEqual(['GET ', 'GET /participants']);
  });

  test.each([
    [{ 'GET ': refusal(503) }],
    [{ ...established, 'GET /participants': refusal(503) }],
    [{ ...established, 'GET /participants': refusal(429) }],
  ])('%# stays open while Graph does not say', async (pages) => {
    expect((await settle('invite', pages)).outcome).toMatchObject({ type: 'doubt' });
  });

  test('ends with the call', async () => {
    expect((await settle('invite', {})).outcome).toMatchObject({ type: 'refused', problem: 'gone' });
  });
});

describe('a hold', () => {
  test.each([
    [{ status: 202 }, { type: 'done' }],
    [refusal(409), { type: 'done' }],
    [refusal(404), { type: 'refused', problem: 'gone' }],
    [refusal(503), { type: 'doubt' }],
  ])('%# is asked for again, and a conflict says that it is there', async (page, outcome) => {
    for (const type of ['startHoldMusic', 'stopHoldMusic'] as const) {
      const { outcome: settled, asked } = await settle(type, {
        [`POST /participants/{theirs}/${type}`]: page,
      });
      expect(settled).toMatchObject(outcome);
      expect(asked).toHaveLength(1);
    }
  });
});

test.each(['playPrompt', 'stopPrompts', 'removeParticipant', 'keepAlive', 'hangUp', 'observe'] as const)(
  '%s may be done twice and is simply sent again',
  async (type) => {
    const { outcome, asked } = await settle(type, {});
    expect(outcome).toMatchObject({ type: 'retry' });
    expect(asked).toEqual([]);
  },
);
