import type { CallEvent } from '@switchboard/domain/call/event';
import {
  callId,
  effectId,
  legId,
  participantId,
  personId,
  type QueueId,
  queueId,
  tenantId,
} from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { presentTimeline } from './present-timeline.ts';

const olga = personId('0a000000-0000-4000-8000-000000000001');
const jan = {
  kind: 'person',
  id: personId('0a000000-0000-4000-8000-00000000000c'),
  name: 'Jan de Vries',
} as const;
const leg = legId('leg-1');
const invitation = (party: { kind: 'person'; id: typeof olga; name?: string }, n: number) => ({
  effectId: effectId(`effect-${n}`),
  participantId: participantId(`participant-${n}`),
  party,
  ringUntil: 90_000,
});

const happened: readonly CallEvent[] = [
  {
    type: 'callArrived',
    tenantId: tenantId('c0000000-0000-4000-8000-000000000000'),
    callId: callId('call-1'),
    queueId: queueId('reception'),
    bridge: 'anchor',
    rank: { isVip: false, priority: 0 },
    leg,
    caller: { kind: 'number', number: '+442079460999', name: 'A. Smith' },
    effectId: effectId('effect-0'),
    checkAt: 20_000,
    keepAliveAt: 900_000,
  },
  { type: 'callQueued' },
  { type: 'waitPlanned' },
  { type: 'operatorsOffered', operatorIds: [olga], until: 30_000 },
  {
    type: 'operatorRung',
    operatorId: olga,
    by: 'accept',
    invitation: invitation({ kind: 'person', id: olga }, 1),
  },
  { type: 'operatorJoined', participantId: participantId('olga') },
  { type: 'tonesSent', count: 4 },
  { type: 'transferBegun', invitation: invitation(jan, 2) },
  { type: 'transferReturned', why: 'noAnswer' },
  { type: 'callParked', slot: 3, until: 99_000, parkedFor: jan },
  { type: 'callMoved', queueId: queueId('service-desk'), why: 'moved' },
  { type: 'callEnded', reason: 'callerHungUp' },
];

const names = {
  operatorName: (id: string) => (id === olga ? 'Olga Lindqvist' : undefined),
  queueName: (id: QueueId) => ({ reception: 'Reception', 'service-desk': 'Service Desk' })[id as string],
};

test('each step says who, whom, where and why; what only keeps the books is left out', () => {
  const events = happened.map((event, index) => ({ at: 1_000 + index, event }));
  const steps = presentTimeline({ events, effects: [] }, names).map(({ at: _at, ...step }) => step);
  const operator = 'Olga Lindqvist';
  const target = { name: 'Jan de Vries', personId: jan.id };
  expect(steps).toEqual([
    { step: 'callArrived', target: { name: 'A. Smith', number: '+44 20 7946 0999' }, queue: 'Reception' },
    { step: 'callQueued' },
    { step: 'operatorsOffered', operator },
    { step: 'operatorRung', operator, why: 'accept' },
    { step: 'operatorJoined', operator },
    { step: 'tonesSent', operator },
    { step: 'transferBegun', operator, target },
    { step: 'transferReturned', operator, target, why: 'noAnswer' },
    { step: 'callParked', operator, target, slot: 3 },
    { step: 'callMoved', queue: 'Service Desk', why: 'moved' },
    { step: 'callEnded', why: 'callerHungUp' },
  ]);
});

test('requests to Graph stand behind the step that asked for them, without the keys that were pressed', () => {
  const events = [{ at: 1_000, event: happened[0] as CallEvent }];
  const sent = { type: 'sendTones', effectId: effectId('effect-9'), leg, tones: ['4', '2'] } as const;
  const effects = [
    {
      effect: sent,
      askedAt: 1_000,
      status: 'refused',
      attempts: 2,
      closedAt: 1_250,
      outcome: 'gone: no such call',
    },
  ] as const;
  const entries = presentTimeline({ events, effects }, names);
  expect(entries.map(({ step }) => step)).toEqual(['callArrived', 'request']);
  expect(entries[1]?.request).toEqual({
    operation: 'sendTones',
    status: 'refused',
    attempts: 2,
    took: 250,
    message: 'gone: no such call',
    effectId: 'effect-9',
  });
  expect(JSON.stringify(entries)).not.toContain('"4"');
});
