import type { CallState } from '@switchboard/domain/call/call-state';
import { decideOnCommand, decideOnFact, decideOnIncoming } from '@switchboard/domain/call/decide';
import type { CallContext } from '@switchboard/domain/call/decision';
import { instanceId, legId, participantId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { defaultTimes } from '@switchboard/domain/queue/queue';
import { describe, expect, test } from 'vitest';
import { callRights, canSeeCall, occupies } from '../policies/call-rights.ts';
import { presentCall } from './present-call.ts';

const tenant = tenantId('c0c0c0c0-0000-4000-8000-000000000001');
const reception = queueId('reception');
const eva: Operator = {
  tenantId: tenant,
  operatorId: personId('e0000000-0000-4000-8000-00000000000a'),
  name: 'Eva Berg',
  userPrincipalName: 'eva.berg@contoso.example',
  queueIds: [reception],
};
const omar: Operator = {
  ...eva,
  operatorId: personId('e0000000-0000-4000-8000-00000000000b'),
  name: 'Omar Haddad',
};
const elsewhere: Operator = { ...omar, queueIds: [queueId('service-desk')] };
const music = {
  url: 'https://switchboard.contoso.example/media/music.wav',
  resourceId: 'm',
  milliseconds: 24_000,
};

let made = 0;
const context: CallContext = {
  queue: {
    tenantId: tenant,
    queueId: reception,
    name: 'Reception',
    instanceId: instanceId('a0000000-0000-4000-8000-00000000000a'),
    settings: { ...defaultTimes, music },
  },
  newId: () => `id-${(made += 1)}`,
  isOperatorHere: () => true,
};
const leg = legId('leg-1');

function waiting(): CallState {
  const caller = { kind: 'number', number: '+442079460999' } as const;
  const incoming = {
    type: 'callIncoming',
    tenantId: tenant,
    leg,
    instanceId: context.queue.instanceId,
    caller,
    callerParticipantId: participantId('caller'),
  } as const;
  const arrived = decideOnIncoming(incoming, context, 1_000).state;
  return decideOnFact(arrived, { type: 'legEstablished', leg }, context, 1_100).state;
}

function connecting(): CallState {
  const decided = decideOnCommand(waiting(), { type: 'accept', operatorId: eva.operatorId }, context, 2_000);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value.state;
}

describe('What an operator may do with a call', () => {
  test('a waiting call is theirs to take when they answer its queue and are free', () => {
    expect(callRights(eva, waiting(), false)).toEqual(['accept']);
    expect(callRights(eva, waiting(), true)).toEqual([]);
    expect(callRights(elsewhere, waiting(), false)).toEqual([]);
    expect(canSeeCall(elsewhere, waiting())).toBe(false);
  });

  test('a call that somebody has taken is theirs alone', () => {
    expect(callRights(eva, connecting(), true)).toEqual(['hangUp']);
    expect(callRights(omar, connecting(), false)).toEqual([]);
    expect(occupies(connecting())).toBe(true);
    expect(occupies(waiting())).toBe(false);
  });
});

describe('A call as a console shows it', () => {
  const names = { operatorName: (id: string) => (id === eva.operatorId ? eva.name : '') };

  test('says who calls in a number that people can read, and who has it', () => {
    expect(presentCall(connecting(), names)).toMatchObject({
      state: 'connecting',
      caller: { number: '+44 20 7946 0999' },
      operator: { operatorId: eva.operatorId, name: 'Eva Berg' },
      hold: 'off',
      front: false,
    });
  });

  test('names the operator who missed it', () => {
    const missed = decideOnFact(connecting(), { type: 'timePassed' }, context, 60_000).state;
    expect(presentCall(missed, names)).toMatchObject({
      state: 'waiting',
      front: true,
      missed: { name: 'Eva Berg', why: 'noAnswer' },
    });
  });
});
