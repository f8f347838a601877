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
    ['withdraws what may ring', others, { status: 204 }],
    ['finds nothing that rings', others, refusal(404)],
    ['is in a call of two, which has neither roster nor ringing', refusal(400), refusal(400)],
  ] as const)('else %s, and invites again', async (_, page, removal) => {
    const { outcome, asked } = await settle('invite', {
      ...established,
      'GET /participants': page,
      'DELETE /participants/{theirs}': removal,
    });
    expect(outcome).toMatchObject({ type: 'retry' });
    expect(asked).toEqual(['GET ', 'GET /participants', 'DELETE /participants/{theirs}']);
  });

  test('stays open while Graph does not say', async () => {
    const { outcome } = await settle('invite', { ...established, 'GET /participants': refusal(503) });
    expect(outcome).toMatchObject({ type: 'doubt' });
    const removal = { 'DELETE /participants/{theirs}': refusal(500) };
    expect(
      (await settle('invite', { ...established, 'GET /participants': others, ...removal })).outcome,
    ).toMatchObject({
      type: 'doubt',
    });
  });

  test('ends where we may not withdraw: two would ring', async () => {
    const pages = {
      ...established,
      'GET /participants': others,
      'DELETE /participants/{theirs}': refusal(403),
    };
    expect((await settle('invite', pages)).outcome).toMatchObject({ type: 'refused', problem: 'forbidden' });
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
