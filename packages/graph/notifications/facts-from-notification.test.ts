import { tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { factsFromNotification } from './facts-from-notification.ts';
import { isLegacyNotification } from './is-legacy-notification.ts';

const contoso = tenantId('11111111-2222-3333-4444-555555555555');
const leg = 'a11f0300-9c1f-4d99-b5f4-2722e877d497';
const callUrl = `/communications/calls/${leg}`;
const effect = 'e0000000-0000-7000-8000-000000000001';

function read(items: unknown, settings?: { deltaRoster: boolean }) {
  const result = factsFromNotification({ value: items }, contoso, settings);
  if (!result.ok) throw new Error(result.refusal.message);
  const { facts, ignored, legs } = result.value;
  return { facts: facts.map(({ fact }) => fact), ignored, legs };
}

const changed = (changeType: string, resourceUrl: string, resourceData: unknown) => ({
  changeType,
  resourceUrl,
  resourceData,
});

const incoming = (more: object) =>
  changed('created', callUrl, {
    '@odata.type': '#microsoft.graph.call',
    state: 'incoming',
    direction: 'incoming',
    targets: [{ identity: { applicationInstance: { id: 'C0FFEE00-0000-4000-8000-000000000001' } } }],
    ...more,
  });

describe('an incoming call', () => {
  test('names queue, caller, tenant by the token, who handed it over and its chain', () => {
    const { facts, ignored } = read([
      incoming({
        tenantId: 'another-tenant-says-the-body',
        callChainId: 'chain-1',
        source: { identity: { phone: { id: '+442079460123' }, user: null } },
        incomingContext: {
          sourceParticipantId: 'AAAAAAAA-0000-4000-8000-000000000001',
          transferor: { user: { id: 'BBBBBBBB-0000-4000-8000-000000000002', displayName: 'Noor' } },
        },
      }),
    ]);
    expect(ignored).toEqual([]);
    expect(facts).toEqual([
      {
        type: 'callIncoming',
        tenantId: contoso,
        leg,
        instanceId: 'c0ffee00-0000-4000-8000-000000000001',
        caller: { kind: 'number', number: '+442079460123' },
        callerParticipantId: 'aaaaaaaa-0000-4000-8000-000000000001',
        transferredBy: { kind: 'person', id: 'bbbbbbbb-0000-4000-8000-000000000002', name: 'Noor' },
        chainId: 'chain-1',
      },
    ]);
  });

  test.each([
    ['a colleague', { user: { id: 'DD', displayName: 'Eva' } }, { kind: 'person', id: 'dd', name: 'Eva' }],
    ['a withheld number', { phone: { id: 'anonymous' } }, { kind: 'unknown' }],
    [
      'an encrypted caller',
      { encrypted: { id: 'x', displayName: 'Some One' } },
      { kind: 'unknown', name: 'Some One' },
    ],
    ['a guest', { guest: { id: 'g-1' } }, { kind: 'guest', id: 'g-1' }],
    ['another queue', { applicationInstance: { id: 'QQ' } }, { kind: 'queue', id: 'qq' }],
    ['a number as an address', { phone: { id: 'tel:+15550100' } }, { kind: 'number', number: '+15550100' }],
    ['nothing at all', {}, { kind: 'unknown' }],
  ])('may be from %s', (_, identity, caller) => {
    expect(read([incoming({ source: { identity } })]).facts).toMatchObject([
      { type: 'callIncoming', caller },
    ]);
  });

  test('without a source is still a call', () => {
    expect(read([incoming({ source: null })]).facts).toMatchObject([{ caller: { kind: 'unknown' } }]);
  });

  test('to the application itself belongs to no queue', () => {
    const { facts, ignored } = read([incoming({ targets: [{ identity: { application: { id: 'bot' } } }] })]);
    expect(facts).toEqual([]);
    expect(ignored).toEqual([expect.stringContaining('application instance')]);
  });
});

describe('a call', () => {
  test.each([
    ['carries sound', 'updated', { state: 'Established' }, { type: 'legEstablished', leg }],
    [
      'ends with a code as text and a subCode',
      'deleted',
      { state: 'TERMINATED', resultInfo: { code: '200', subCode: 7015, message: 'bye' } },
      { type: 'legEnded', leg, outcome: { code: 200, subcode: 7015, message: 'bye' } },
    ],
    ['ends when it is deleted, whatever its data say', 'Deleted', null, { type: 'legEnded', leg }],
    [
      'ends when it is terminated, whatever the change is called',
      'updated',
      { state: 'terminated', terminationReason: 'AppTransferred' },
      { type: 'legEnded', leg, outcome: { code: 0, subcode: 0, message: 'AppTransferred' } },
    ],
  ])('%s', (_, change, data, fact) => {
    expect(read([changed(change, callUrl, data)]).facts).toMatchObject([fact]);
  });

  test.each(['establishing', 'ringing', 'hold', 'transferring', 'terminating', 'someFutureState'])(
    'in state %s changes nothing, and that is said',
    (state) => {
      const { facts, ignored } = read([changed('updated', callUrl, { state })]);
      expect(facts).toEqual([]);
      expect(ignored).toEqual([expect.stringContaining(state.toLowerCase())]);
    },
  );

  test.each([
    `/app/calls/${leg}`,
    `https://graph.microsoft.com/v1.0/communications/calls/${leg}`,
    `communications/calls/${leg.toUpperCase()}`,
    `/communications/calls/${leg.replaceAll('-', '').toUpperCase()}`,
  ])('is found by %s', (resource) => {
    const item = { changeType: 'updated', resource, resourceData: { state: 'established' } };
    expect(read([item]).facts).toEqual([{ type: 'legEstablished', leg }]);
  });
});

describe('a call that is given away', () => {
  const state = (word: string, resultInfo?: object) =>
    changed('updated', callUrl, { state: word, resultInfo });

  test('is on its way without a fact', () => {
    const { facts, legs } = read([state('transferring'), state('transferAccepted')]);
    expect(facts).toEqual([]);
    expect(legs).toEqual([
      { leg, state: 'transferring' },
      { leg, state: 'transferring' },
    ]);
  });

  test('has ended with 7015', () => {
    const resultInfo = { code: 0, subcode: 7015, message: 'GracefulTransferCompleted' };
    expect(read([changed('deleted', callUrl, { state: 'terminated', resultInfo })]).facts).toEqual([
      { type: 'legEnded', leg, outcome: resultInfo },
    ]);
  });

  test.each([7000, 7700])('is ours again when that failed (500/%i), and why is told as an end', (subcode) => {
    const outcome = { code: 500, subcode, message: 'No.' };
    expect(read([state('Established', outcome)]).facts).toEqual([
      { type: 'legEstablished', leg },
      { type: 'operationEnded', leg, operationId: 'transfer', completed: false, outcome },
    ]);
  });

  test('is established as ever with a result that is no failure', () => {
    expect(read([state('established', { code: 200, subcode: 0 })]).facts).toEqual([
      { type: 'legEstablished', leg },
    ]);
  });
});

describe('how the leg stands', () => {
  const queue = 'c0ffee00-0000-4000-8000-000000000001';
  const target = { identity: { applicationInstance: { id: queue } } };
  const source = { identity: { phone: { id: '+442079460123' } } };

  test('is said with every change of a call, in whatever state', () => {
    const resource = { direction: 'Incoming', source, targets: [target] };
    const { legs } = read(
      ['establishing', 'Established', 'hold', 'transferAccepted', 'redirecting', 'someFutureState'].map(
        (state) => changed('updated', callUrl, { ...resource, state }),
      ),
    );
    const said = {
      leg,
      direction: 'incoming',
      instanceId: queue,
      caller: { kind: 'number', number: '+442079460123' },
    };
    expect(legs).toEqual(
      ['establishing', 'established', 'other', 'transferring', 'redirecting', 'other'].map((state) => ({
        ...said,
        state,
      })),
    );
  });

  test('leaves out what the resource does not say', () => {
    expect(read([changed('updated', callUrl, { state: 'established' })]).legs).toEqual([
      { leg, state: 'established' },
    ]);
    expect(read([changed('updated', callUrl, {})]).legs).toEqual([{ leg, state: 'other' }]);
  });

  test('holds the fact by which a call that still rings is taken, under any name of the change', () => {
    const { facts, legs } = read([{ ...incoming({ source }), changeType: 'updated' }]);
    expect(facts).toMatchObject([{ type: 'callIncoming', leg, instanceId: queue }]);
    expect(legs).toEqual([expect.objectContaining({ state: 'incoming', incoming: facts[0] })]);
  });

  test.each([{ state: 'incoming' }, null])('is gone when it is deleted with %j', (data) => {
    const { facts, legs } = read([changed('deleted', callUrl, data)]);
    expect(facts).toMatchObject([{ type: 'legEnded' }]);
    expect(legs).toEqual([{ leg, state: 'gone' }]);
  });

  test('is not said by a call of our own that rings somewhere, but for its direction', () => {
    const { facts, legs, ignored } = read([incoming({ direction: 'outgoing' })]);
    expect(facts).toEqual([]);
    expect(ignored).toEqual([expect.stringContaining('created by us')]);
    expect(legs).toMatchObject([{ state: 'incoming', direction: 'outgoing' }]);
    expect(legs[0]).not.toHaveProperty('incoming');
  });

  test('is not said by operations, rosters and what is no call', () => {
    const { legs } = read([
      changed('deleted', `${callUrl}/operations/op-1`, { status: 'completed' }),
      changed('updated', `${callUrl}/participants`, []),
      changed('updated', callUrl, 'text'),
      changed('updated', '/users/x', {}),
    ]);
    expect(legs).toEqual([]);
  });
});

describe('an operation', () => {
  const operation = (data: object, change = 'deleted') => changed(change, `${callUrl}/operations/OP-1`, data);

  test.each([
    [{ status: 'Completed' }, true],
    [{ status: 'failed', resultInfo: { code: 400, subcode: 8508 } }, false],
    [{ status: null, resultInfo: { code: 200 } }, true],
    [{ status: 'newWord', resultInfo: { code: 500 } }, false],
    [{ status: 'completed', completionReason: 'completedSuccessfully' }, true],
    [{ status: 'completed', completionReason: 'MediaOperationCanceled' }, false],
    [{}, false],
  ])('ends with %j as completed: %j', (data, completed) => {
    const { facts } = read([operation({ ...data, id: 'OP-1', clientContext: effect.toUpperCase() })]);
    expect(facts).toMatchObject([
      { type: 'operationEnded', leg, operationId: 'op-1', effectId: effect, completed },
    ]);
  });

  test('that runs has not ended', () => {
    expect(read([operation({ status: 'running' }, 'updated')]).facts).toEqual([]);
  });

  test('without an effect of ours is told without one', () => {
    const { facts } = read([operation({ status: 'completed' })]);
    expect(facts).toMatchObject([{ operationId: 'op-1' }]);
    expect(facts[0]).not.toHaveProperty('effectId');
  });
});

describe('a roster', () => {
  const person = (id: string, more: object = {}) => ({
    '@odata.type': '#microsoft.graph.participant',
    id,
    info: { identity: { user: { id: `user-${id}` } }, endpointType: 'default' },
    ...more,
  });
  const roster = (data: unknown, settings?: { deltaRoster: boolean }) =>
    read([changed('updated', `${callUrl}/participants`, data)], settings);

  test('is the whole one, and says voicemail, lobby and who was removed', () => {
    const { facts } = roster([
      person('A', { rosterSequenceNumber: 4 }),
      person('B', { info: { identity: { user: { id: 'b' } }, endpointType: 'VoiceMail' }, isInLobby: true }),
      person('C', { removedState: { reason: 'Removed' }, rosterSequenceNumber: '9' }),
    ]);
    expect(facts).toMatchObject([
      {
        type: 'rosterSeen',
        leg,
        partial: false,
        sequence: 9,
        members: [
          { participantId: 'a', removed: false, isVoicemail: false, isInLobby: false },
          { participantId: 'b', removed: false, isVoicemail: true, isInLobby: true },
          { participantId: 'c', removed: true },
        ],
      },
    ]);
  });

  test('that is whole and lists nobody who left has no number to be compared by', () => {
    const { facts } = roster([
      person('A', { rosterSequenceNumber: 1 }),
      person('B', { rosterSequenceNumber: 2 }),
    ]);
    expect(facts[0]).not.toHaveProperty('sequence');
  });

  test('is partial with its number when we asked for changes only', () => {
    const { facts } = roster([person('A', { rosterSequenceNumber: 5 })], { deltaRoster: true });
    expect(facts).toMatchObject([{ partial: true, sequence: 5 }]);
  });

  test('of changes may say of somebody only that they left, and says nothing of the others', () => {
    const left = { id: 'A', removedState: { reason: 'Left' }, rosterSequenceNumber: 7 };
    expect(roster([left], { deltaRoster: true }).facts).toMatchObject([
      {
        partial: true,
        sequence: 7,
        members: [{ participantId: 'a', removed: true, party: { kind: 'unknown' } }],
      },
    ]);
  });

  test('of one participant by path is partial, and a deletion a departure', () => {
    const { facts } = read([
      changed('deleted', `${callUrl}/participants/A`, { '@odata.type': '#microsoft.graph.participant' }),
    ]);
    expect(facts).toMatchObject([{ partial: true, members: [{ participantId: 'a', removed: true }] }]);
  });

  test('with a member that cannot be told from others counts as partial', () => {
    const { facts, ignored } = roster([person('A'), { info: { identity: { user: { id: 'x' } } }, id: null }]);
    expect(facts).toMatchObject([{ partial: true, members: [{ participantId: 'a' }] }]);
    expect(ignored).toHaveLength(1);
  });

  test('that is empty is a roster', () => {
    expect(roster([]).facts).toMatchObject([{ type: 'rosterSeen', members: [], partial: false }]);
  });

  test('takes the participantId of the info where the id is missing', () => {
    const item = { info: { participantId: 'P-1', identity: { phone: { id: '+15550100' } } } };
    expect(roster([item]).facts).toMatchObject([
      { members: [{ participantId: 'p-1', party: { kind: 'number', number: '+15550100' } }] },
    ]);
  });
});

describe('a body', () => {
  test.each([undefined, null, 7, 'text', [], {}, { value: {} }, { value: 'x' }])(
    '%j is malformed',
    (body) => {
      const result = factsFromNotification(body, contoso);
      expect(result).toMatchObject({
        ok: false,
        refusal: { code: 'malformed', message: expect.stringContaining('value') },
      });
    },
  );

  test('of several items loses none to a bad one, and names the bad ones by their place', () => {
    const good = changed('updated', callUrl, { state: 'established' });
    const { facts, ignored } = read([
      null,
      good,
      7,
      { changeType: 'updated' },
      changed('updated', '/users/x', {}),
      changed('updated', `${callUrl}/audioRoutingGroups/1`, {}),
      changed('updated', callUrl, 'text'),
      changed('updated', `${callUrl}/participants`, [null]),
      good,
    ]);
    expect(facts).toHaveLength(2);
    expect(ignored.map((reason) => /^value\[(\d)\]/.exec(reason)?.[1])).toEqual([
      '0',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
  });

  test('with fields of wrong types keeps what is usable', () => {
    const { facts } = read([
      incoming({ callChainId: 7, source: { identity: { user: { id: 'u', displayName: {} } } } }),
    ]);
    expect(facts).toMatchObject([{ type: 'callIncoming', caller: { kind: 'person', id: 'u' } }]);
    expect(facts[0]).not.toHaveProperty('chainId');
  });
});

describe('the older protocol', () => {
  test.each([
    [{ callState: 'incoming', participants: [], presentedModalityTypes: ['audio'] }, true],
    [{ conversationInvitation: {} }, true],
    [{ value: [], callState: 'incoming' }, false],
    [{ '@odata.type': '#microsoft.graph.commsNotifications' }, false],
    [null, false],
    ['text', false],
    [[], false],
  ])('is told from Graph’s in %j: %j', (body, legacy) => {
    expect(isLegacyNotification(body)).toBe(legacy);
  });
});
