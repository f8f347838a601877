import type { CallBase } from '@switchboard/domain/call/call-base';
import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallCommand, CallRefusal } from '@switchboard/domain/call/command';
import { decideOnCommand } from '@switchboard/domain/call/decide';
import type { CallContext } from '@switchboard/domain/call/decision';
import {
  callId,
  effectId,
  instanceId,
  legId,
  participantId,
  personId,
  queueId,
  tenantId,
} from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { noSwitches, type Queue, withDefaults } from '@switchboard/domain/queue/queue';
import { must } from '@switchboard/kit/assert';
import { expect, test } from 'vitest';
import { callRights, canSeeCall, maySeeHistory, occupant } from './call-rights.ts';

const tenant = tenantId('c0c0c0c0-0000-4000-8000-000000000001');
const reception = queueId('reception');
const eva: Operator = {
  tenantId: tenant,
  operatorId: personId('e0000000-0000-4000-8000-00000000000a'),
  name: 'Eva Berg',
  userPrincipalName: 'eva.berg@contoso.example',
  queueIds: [reception],
};
const omar: Operator = { ...eva, operatorId: personId('e0000000-0000-4000-8000-00000000000b') };
const stranger: Operator = { ...omar, queueIds: [queueId('service-desk')] };

const base: CallBase = {
  tenantId: tenant,
  callId: callId('call-1'),
  queueId: reception,
  formerQueues: [],
  bridge: 'anchor',
  rank: { isVip: false, priority: 0 },
  leg: legId('leg-1'),
  formerLegs: [],
  caller: { kind: 'number', number: '+442079460999' },
  callerParticipantId: participantId('caller'),
  arrivedAt: 1_000,
  since: 1_000,
  isGroup: true,
  rosterSequence: 3,
  members: [],
  withdrawn: [],
  sound: { kind: 'none' },
  keepAliveAt: 900_000,
  checkAt: 60_000,
};
const jan = {
  kind: 'person',
  id: personId('0a000000-0000-4000-8000-00000000000c'),
  name: 'Jan de Vries',
} as const;
const ringing = {
  effectId: effectId('effect-1'),
  participantId: participantId('jan'),
  party: jan,
  ringUntil: 30_000,
};
const evas = { operatorId: eva.operatorId, operatorParticipantId: participantId('eva') };
const wait = { since: 1_000, refusals: [] };
const target = participantId('jan-in-the-call');

/** One call in each state and shade that rights tell apart, all of them Eva's where they are somebody's. */
const calls: Readonly<Record<string, CallState>> = {
  answering: { ...base, name: 'answering', effectId: effectId('effect-0') },
  greeting: { ...base, name: 'greeting' },
  announcing: { ...base, name: 'announcing', why: 'closed', then: { to: 'end' } },
  diverting: { ...base, name: 'diverting', why: 'full', invitation: ringing },
  waiting: { ...base, name: 'waiting', isFront: false, wait },
  offered: {
    ...base,
    name: 'waiting',
    isFront: false,
    wait,
    offer: { operatorIds: [eva.operatorId], until: 40_000 },
  },
  connecting: { ...base, name: 'connecting', ...evas, invitation: ringing, isFront: false, wait },
  givenAway: {
    ...base,
    name: 'connecting',
    bridge: 'direct',
    isGroup: false,
    ...evas,
    invitation: ringing,
    isFront: false,
    wait,
  },
  connected: { ...base, name: 'connected', ...evas },
  held: { ...base, name: 'held', ...evas },
  transferring: { ...base, name: 'transferring', ...evas, invitation: ringing },
  givenOut: { ...base, name: 'transferring', operatorId: eva.operatorId, invitation: ringing },
  asking: { ...base, name: 'consulting', ...evas, invitation: ringing, held: 'caller' },
  consulting: {
    ...base,
    name: 'consulting',
    ...evas,
    invitation: ringing,
    targetParticipantId: target,
    held: 'caller',
  },
  merged: { ...base, name: 'merged', ...evas, guests: [{ participantId: target, party: jan }] },
  merging: { ...base, name: 'merged', ...evas, guests: [], invitation: ringing },
  parked: { ...base, name: 'parked', slot: 1, parkedBy: eva.operatorId, until: 90_000 },
  camped: { ...base, name: 'camped', target: jan, campedBy: eva.operatorId, until: 90_000 },
  handedOver: {
    ...base,
    name: 'handedOver',
    operatorId: eva.operatorId,
    target: jan,
    targetParticipantId: target,
    settleUntil: 5_000,
  },
  ended: { ...base, name: 'ended', reason: 'callerHungUp' },
};

const free = { isBusy: false, strategy: 'pick', hasVoicemail: true } as const;
const busy = { ...free, isBusy: true };
const rights = (name: string, operator = eva, circumstances: Parameters<typeof callRights>[2] = free) =>
  callRights(operator, must(calls[name], name), circumstances);

const queue: Queue = {
  tenantId: tenant,
  queueId: reception,
  name: 'Reception',
  instanceId: instanceId('a0000000-0000-4000-8000-00000000000a'),
  settings: withDefaults({
    music: { url: 'https://contoso.example/music.wav', resourceId: 'm', milliseconds: 24_000 },
  }),
  switches: noSwitches,
};
let made = 0;
const context: CallContext = {
  queue,
  newId: () => `id-${(made += 1)}`,
  isOperatorHere: () => true,
  takenSlots: new Set(),
};

/** Each action as the command that it stands for, towards somebody who is not in the call. */
function commandOf(
  action: ReturnType<typeof callRights>[number],
  operator: Operator,
  call: CallState,
): CallCommand {
  const { operatorId } = operator;
  const lotte = { kind: 'person', id: personId('0a000000-0000-4000-8000-00000000000d') } as const;
  switch (action) {
    case 'transfer':
    case 'consult':
    case 'add':
      return { type: action, operatorId, target: lotte };
    case 'voicemail':
      return { type: 'transfer', operatorId, target: lotte, toMailbox: true };
    case 'camp':
      return { type: 'camp', operatorId, target: lotte };
    case 'drop': {
      const somebody = call.name === 'merged' ? (call.guests[0] ?? call.invitation) : undefined;
      return { type: 'drop', operatorId, participantId: somebody?.participantId ?? target };
    }
    case 'moveToQueue':
      return { type: 'moveToQueue', operatorId, queueId: queueId('service-desk') };
    case 'sendTones':
      return { type: 'sendTones', operatorId, tones: ['1'] };
    default:
      return { type: action, operatorId };
  }
}

test('nothing is offered that the rules of the call refuse', () => {
  const refusals: (readonly [string, string, CallRefusal])[] = [];
  for (const [name, call] of Object.entries(calls)) {
    for (const operator of [eva, omar]) {
      for (const action of callRights(operator, call, free)) {
        const decided = decideOnCommand(call, commandOf(action, operator, call), context, 2_000);
        if (!decided.ok) refusals.push([name, action, decided.refusal]);
      }
    }
  }
  expect(refusals).toEqual([]);
});

test('a waiting call is theirs to take when they answer its queue and are free', () => {
  expect(rights('waiting')).toEqual(['accept']);
  expect(rights('waiting', eva, busy)).toEqual([]);
  expect(rights('waiting', stranger)).toEqual([]);
});

test('where the queue distributes, only whom a call is offered to may take it or leave it', () => {
  const distributed = { ...free, strategy: 'longestIdle' } as const;
  expect(rights('waiting', eva, distributed)).toEqual([]);
  expect(rights('offered', eva, distributed)).toEqual(['accept', 'decline']);
  expect(rights('offered', eva, { ...distributed, isBusy: true })).toEqual(['decline']);
  expect(rights('offered', omar, distributed)).toEqual([]);
});

test('a colleague may take over what is on hold or given out, and take up what is parked or camped', () => {
  expect(rights('held', omar)).toEqual(['takeOver']);
  expect(rights('givenOut', omar)).toEqual(['takeOver']);
  expect(rights('parked', omar)).toEqual(['retrieve']);
  expect(rights('camped', omar)).toEqual(['retrieve']);
  for (const name of ['held', 'givenOut', 'parked', 'camped']) expect(rights(name, omar, busy)).toEqual([]);
  for (const name of ['connecting', 'connected', 'transferring', 'consulting', 'merged'])
    expect([name, rights(name, omar)]).toEqual([name, []]);
});

test('a stranger to the queue may ask nothing of any call', () => {
  for (const name of Object.keys(calls)) expect([name, rights(name, stranger)]).toEqual([name, []]);
});

test('while another call occupies them, a held one can be put aside or ended, not talked in', () => {
  expect(rights('held', eva, busy)).toEqual(['park', 'camp', 'moveToQueue', 'hangUp']);
  expect(rights('held')).toContain('resume');
});

test('a mailbox is offered only where that is switched on', () => {
  expect(rights('connected')).toContain('voicemail');
  expect(rights('connected', eva, { ...free, hasVoicemail: false })).not.toContain('voicemail');
});

test('a call that the direct bridge has given away obeys nobody', () => {
  expect(rights('givenAway')).toEqual([]);
});

test('whom a call occupies: not who has it on hold, nor who has left it to somebody who rings', () => {
  const occupied = Object.keys(calls).filter((name) => occupant(must(calls[name], name)) === eva.operatorId);
  expect(occupied).toEqual([
    'connecting',
    'givenAway',
    'connected',
    'transferring',
    'asking',
    'consulting',
    'merged',
    'merging',
  ]);
});

test('what became of a call that has left their queue is theirs to read, not to see live', () => {
  const moved: CallState = {
    ...must(calls['waiting'], 'a waiting call'),
    queueId: queueId('service-desk'),
    formerQueues: [reception],
  };
  expect(canSeeCall(eva, moved)).toBe(false);
  expect(maySeeHistory(eva, moved)).toBe(true);
  expect(maySeeHistory({ ...eva, queueIds: [queueId('elsewhere')] }, moved)).toBe(false);
});
