import { describe, expect, test } from 'vitest';
import {
  call,
  effects,
  graphWith,
  leg,
  participant,
  prompt,
  refusal,
  roster,
  theirs,
  where,
} from './call-actions.testing.ts';

const accepted = { status: 202 } as const;
const mediaPrompt = {
  '@odata.type': '#microsoft.graph.mediaPrompt',
  mediaInfo: { '@odata.type': '#microsoft.graph.mediaInfo', uri: prompt.url, resourceId: prompt.resourceId },
};
const clientContext = effects.invite.effectId;

describe('what is sent', () => {
  test.each([
    [
      'answer',
      'POST /answer',
      {
        callbackUri: 'https://switchboard.example/callback/contoso/leg-1/call-1',
        acceptedModalities: ['audio'],
        mediaConfig: {
          '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
          preFetchMedia: [{ uri: prompt.url, resourceId: prompt.resourceId }],
        },
        callOptions: { '@odata.type': '#microsoft.graph.incomingCallOptions', hideBotAfterEscalation: true },
      },
    ],
    ['reject', 'POST /reject', { reason: 'busy' }],
    ['playPrompt', 'POST /playPrompt', { prompts: [mediaPrompt], clientContext }],
    ['stopPrompts', 'POST /cancelMediaProcessing', { clientContext }],
    [
      'invite',
      'POST /participants/invite',
      {
        participants: [
          {
            '@odata.type': '#microsoft.graph.invitationParticipantInfo',
            identity: {
              '@odata.type': '#microsoft.graph.identitySet',
              user: { '@odata.type': '#microsoft.graph.identity', id: 'noor', displayName: 'Noor' },
            },
            participantId: theirs,
          },
        ],
        clientContext,
      },
    ],
    ['removeParticipant', 'DELETE /participants/{theirs}', undefined],
    [
      'startHoldMusic',
      'POST /participants/{theirs}/startHoldMusic',
      { customPrompt: mediaPrompt, clientContext },
    ],
    ['stopHoldMusic', 'POST /participants/{theirs}/stopHoldMusic', { clientContext }],
    ['keepAlive', 'POST /keepAlive', undefined],
    ['hangUp', 'DELETE ', undefined],
  ] as const)('for %s', async (type, request, body) => {
    const { perform, server, asked } = await graphWith({ [request]: accepted });
    expect(await perform(effects[type], where)).toEqual({ type: 'done' });
    expect(asked()).toEqual([request]);
    expect(server.seen[0]?.body).toEqual(body);
    expect(server.seen[0]?.headers['client-request-id']).toBe(clientContext);
  });

  test.each([
    [{ kind: 'number', number: '+15550100' }, { phone: { id: '+15550100' } }],
    [{ kind: 'queue', id: 'q' }, { applicationInstance: { id: 'q' } }],
    [{ kind: 'guest', id: 'g', name: 'G' }, { guest: { id: 'g', displayName: 'G' } }],
  ])('to invite %j', async (party, identity) => {
    const { perform, server } = await graphWith({ 'POST /participants/invite': accepted });
    await perform({ ...effects.invite, party: party as (typeof effects.invite)['party'] }, where);
    expect(server.seen[0]?.body).toMatchObject({ participants: [{ identity }] });
  });

  test('nothing, for somebody without an address', async () => {
    const { perform, asked } = await graphWith({});
    const outcome = await perform({ ...effects.invite, party: { kind: 'unknown' } }, where);
    expect(outcome).toMatchObject({ type: 'refused', problem: 'invalid' });
    expect(asked()).toEqual([]);
  });
});

describe('a yes', () => {
  const perform = async (body: unknown) => {
    const graph = await graphWith({ 'POST /participants/invite': { status: 200, body } });
    return graph.perform(effects.invite, where);
  };

  test('names the operation that has begun', async () => {
    expect(await perform({ id: 'OP-1', status: 'Running' })).toEqual({ type: 'done', operationId: 'op-1' });
  });

  test('may say the end already', async () => {
    const resultInfo = { code: 400, subCode: '8508', message: 'cancelled' };
    expect(await perform({ id: 'op-1', status: 'Failed', resultInfo })).toEqual({
      type: 'done',
      operationId: 'op-1',
      operationEnded: { completed: false, outcome: { code: 400, subcode: 8508, message: 'cancelled' } },
    });
  });

  test.each([undefined, 'no JSON', [], { id: 7 }])('that cannot be read is still one: %j', async (body) => {
    expect(await perform(body)).toEqual({ type: 'done' });
  });
});

describe('a no', () => {
  test.each([
    [400, { type: 'refused', problem: 'invalid' }],
    [403, { type: 'refused', problem: 'forbidden' }],
    [404, { type: 'refused', problem: 'gone' }],
    [409, { type: 'refused', problem: 'conflict' }],
    [401, { type: 'retry' }],
    [429, { type: 'retry', afterMs: 1_000 }],
    [500, { type: 'doubt' }],
    [503, { type: 'doubt' }],
    [504, { type: 'doubt' }],
  ])('of %i', async (status, outcome) => {
    const graph = await graphWith({ 'POST /answer': refusal(status) });
    expect(await graph.perform(effects.answer, where)).toMatchObject(outcome);
  });

  test('says status, code, words and the id for Microsoft’s support', async () => {
    const graph = await graphWith({ 'POST /answer': refusal(403, '7505') });
    const outcome = await graph.perform(effects.answer, where);
    expect(outcome).toMatchObject({ message: '403 7505: 7505. (request-id r-1)' });
  });

  test.each(['removeParticipant', 'hangUp'] as const)(
    'that there is nothing is a yes to %s',
    async (type) => {
      const graph = await graphWith({});
      expect(await graph.perform(effects[type], where)).toEqual({ type: 'done' });
    },
  );

  test('by a broken connection is a doubt, and the action is sent once', async () => {
    const graph = await graphWith({ 'POST /participants/invite': 'reset' });
    expect(await graph.perform(effects.invite, where)).toMatchObject({ type: 'doubt' });
    expect(graph.asked()).toHaveLength(1);
  });

  test('by a connection that was never made is none', async () => {
    const graph = await graphWith({});
    await graph.server.stop();
    expect(await graph.perform(effects.invite, where)).toMatchObject({ type: 'retry' });
  });
});

describe('observe', () => {
  const observed = (legState: string, more: object = {}) => ({
    type: 'observed',
    fact: { type: 'legObserved', leg, effectId: clientContext, legState, ...more },
  });

  test('says who is in a call of several', async () => {
    const graph = await graphWith({
      'GET ': call('Established'),
      'GET /participants': roster(participant('P-1', 'Noor')),
    });
    const member = { participantId: 'p-1', party: { kind: 'person', id: 'noor' } };
    const more = { members: [{ ...member, removed: false, isVoicemail: false, isInLobby: false }] };
    expect(await graph.perform(effects.observe, where)).toEqual(observed('established', more));
  });

  test.each([400, 403, 404])('leaves the members out where there is no roster (%i)', async (status) => {
    const graph = await graphWith({ 'GET ': call('established'), 'GET /participants': refusal(status) });
    expect(await graph.perform(effects.observe, where)).toEqual(observed('established'));
  });

  test('leaves the members out when one cannot be told from the others', async () => {
    const page = roster(participant('p-1', 'noor'), { id: null });
    const graph = await graphWith({ 'GET ': call('established'), 'GET /participants': page });
    expect(await graph.perform(effects.observe, where)).toEqual(observed('established'));
  });

  test.each([
    [call('incoming'), 'incoming'],
    [call('establishing'), 'establishing'],
    [call('terminated'), 'gone'],
    [call('hold'), 'other'],
    [call('aFutureState'), 'other'],
    [refusal(404), 'gone'],
    [refusal(410), 'gone'],
  ])('%# says %s', async (page, legState) => {
    const graph = await graphWith({ 'GET ': page });
    expect(await graph.perform(effects.observe, where)).toEqual(observed(legState));
    expect(graph.asked()).toEqual(['GET ']);
  });

  test.each([
    [refusal(503), { type: 'retry' }],
    [refusal(403), { type: 'refused', problem: 'forbidden' }],
    [{ status: 200, body: 'no JSON' }, { type: 'retry' }],
  ])('%# that fails is asked again or refused', async (page, outcome) => {
    const graph = await graphWith({ 'GET ': page });
    expect(await graph.perform(effects.observe, where)).toMatchObject(outcome);
  });
});
