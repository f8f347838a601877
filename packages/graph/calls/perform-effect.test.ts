import { describe, expect, test } from 'vitest';
import { lanes } from '../client/request-kind.ts';
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
const noor = {
  '@odata.type': '#microsoft.graph.invitationParticipantInfo',
  identity: {
    '@odata.type': '#microsoft.graph.identitySet',
    user: { '@odata.type': '#microsoft.graph.identity', id: 'noor', displayName: 'Noor' },
  },
};
const number = { kind: 'number', number: '+15550100' } as const;
const phone = { phone: { '@odata.type': '#microsoft.graph.identity', id: '+15550100' } };

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
    [
      'redirect',
      'POST /redirect',
      {
        targets: [noor],
        timeout: 20,
        callbackUri: 'https://switchboard.example/callback/contoso/leg-1/call-1',
      },
    ],
    ['transfer', 'POST /transfer', { transferTarget: noor }],
    [
      'sendTones',
      'POST /sendDtmfTones',
      { tones: ['tone0', 'tone7', 'star', 'pound'], delayBetweenTonesMs: 250, clientContext },
    ],
    ['playPrompt', 'POST /playPrompt', { prompts: [mediaPrompt], clientContext }],
    ['stopPrompts', 'POST /cancelMediaProcessing', { clientContext }],
    [
      'invite',
      'POST /participants/invite',
      {
        participants: [{ ...noor, participantId: theirs }],
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

  test('to give a call away to a number', async () => {
    const { perform, server } = await graphWith({ 'POST /transfer': accepted, 'POST /redirect': accepted });
    await perform({ ...effects.transfer, party: number }, where);
    await perform({ ...effects.redirect, party: number }, where);
    expect(server.seen.map(({ body }) => body)).toMatchObject([
      { transferTarget: { identity: phone } },
      { targets: [{ identity: phone }] },
    ]);
  });

  test.each([
    [0, 15],
    [14_000, 15],
    [15_000, 15],
    [45_400, 45],
    [90_000, 90],
    [600_000, 90],
  ])('to ring for %i ms, as %i s, which is what Graph takes', async (ringFor, timeout) => {
    const { perform, server } = await graphWith({ 'POST /redirect': accepted });
    await perform({ ...effects.redirect, ringFor }, where);
    expect(server.seen[0]?.body).toMatchObject({ timeout });
  });

  test('to ring a mailbox, where that is switched on', async () => {
    const { perform, server } = await graphWith(
      { 'POST /participants/invite': accepted },
      { mailboxes: true },
    );
    expect(await perform({ ...effects.invite, toMailbox: true }, where)).toEqual({ type: 'done' });
    expect(await perform(effects.invite, where)).toEqual({ type: 'done' });
    expect(server.seen.map(({ body }) => body)).toEqual([
      { participants: [{ ...noor, endpointType: 'voicemail', participantId: theirs }], clientContext },
      { participants: [{ ...noor, participantId: theirs }], clientContext },
    ]);
  });

  test.each([
    ['somebody without an address', { ...effects.invite, party: { kind: 'unknown' } }, 'withheld or unknown'],
    ['nobody to transfer to', { ...effects.transfer, party: { kind: 'unknown' } }, 'withheld or unknown'],
    ['nobody to redirect to', { ...effects.redirect, party: { kind: 'unknown' } }, 'withheld or unknown'],
    [
      'the mailbox of a number',
      { ...effects.invite, party: number, toMailbox: true },
      'party: only a person',
    ],
    ['no keys', { ...effects.sendTones, tones: [] }, 'tones:'],
  ] as const)('nothing, for %s', async (_, effect, message) => {
    const { perform, asked } = await graphWith({}, { mailboxes: true });
    const outcome = await perform(effect, where);
    expect(outcome).toMatchObject({ type: 'refused', problem: 'invalid' });
    expect(outcome).toMatchObject({ message: expect.stringContaining(message) });
    expect(asked()).toEqual([]);
  });

  test('nothing, for a mailbox where that is switched off', async () => {
    const { perform, asked } = await graphWith({});
    expect(await perform({ ...effects.invite, toMailbox: true }, where)).toMatchObject({
      type: 'refused',
      problem: 'invalid',
      message: expect.stringContaining('toMailbox'),
    });
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

  test('to keys names the operation too', async () => {
    const graph = await graphWith({
      'POST /sendDtmfTones': { status: 200, body: { id: 'OP-2', status: 'notStarted' } },
    });
    expect(await graph.perform(effects.sendTones, where)).toEqual({ type: 'done', operationId: 'op-2' });
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

describe('what decides the ringing', () => {
  test('goes out though Graph answers nothing else, and everything else waits', async () => {
    const graph = await graphWith({
      'POST /answer': accepted,
      'POST /redirect': accepted,
      'POST /reject': accepted,
      'POST /playPrompt': 'silence',
    });
    for (let nth = 0; nth < lanes.call; nth += 1) void graph.perform(effects.playPrompt, where);
    await graph.server.arrived(lanes.call);
    expect(await graph.perform(effects.keepAlive, where)).toMatchObject({ type: 'retry' });
    for (const type of ['answer', 'redirect', 'reject'] as const) {
      expect(await graph.perform(effects[type], where)).toEqual({ type: 'done' });
    }
    expect(graph.asked().slice(lanes.call)).toEqual(['POST /answer', 'POST /redirect', 'POST /reject']);
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
    [call('transferring'), 'other'],
    [call('redirecting'), 'other'],
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
