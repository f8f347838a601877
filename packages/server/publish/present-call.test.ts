import type { CallState } from '@switchboard/domain/call/call-state';
import { decideOnCommand, decideOnFact, decideOnIncoming } from '@switchboard/domain/call/decide';
import type { CallContext } from '@switchboard/domain/call/decision';
import { instanceId, legId, participantId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { noSwitches, withDefaults } from '@switchboard/domain/queue/queue';
import { describe, expect, test } from 'vitest';
import { presentCall, presentMoved } from './present-call.ts';

const tenant = tenantId('c0c0c0c0-0000-4000-8000-000000000001');
const reception = queueId('reception');
const eva: Operator = {
  tenantId: tenant,
  operatorId: personId('e0000000-0000-4000-8000-00000000000a'),
  name: 'Eva Berg',
  userPrincipalName: 'eva.berg@contoso.example',
  queueIds: [reception],
};
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
    settings: withDefaults({ music }),
    switches: noSwitches,
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

  test('is over for those whose queue it has left', () => {
    const moved = { ...waiting(), formerQueues: [reception], queueId: queueId('service-desk') };
    expect(presentMoved(moved, reception, 'Service Desk')).toMatchObject({
      queueId: reception,
      state: 'ended',
      ended: 'handedOver',
      target: { name: 'Service Desk' },
      formerQueues: [],
      can: [],
    });
  });
});
