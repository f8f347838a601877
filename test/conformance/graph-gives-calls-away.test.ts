import type { CallEffect } from '@switchboard/domain/call/effect';
import { callId, effectId, participantId, personId, tenantId } from '@switchboard/domain/ids';
import type { Party } from '@switchboard/domain/party/party';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { createCallActions } from '@switchboard/graph/calls/perform-effect';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import {
  factsFromNotification,
  type NotificationFacts,
} from '@switchboard/graph/notifications/facts-from-notification';
import { must } from '@switchboard/kit/assert';
import { createClock, ManualClock } from '@switchboard/kit/clock';
import { silentLogger as log } from '@switchboard/kit/logger';
import { startSimulator } from '@switchboard/simulator/start';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalServer } from '../../packages/graph/client/local-server.testing.ts';

const wallClock = createClock({ now: Date.now, setTimeout, clearTimeout });
const effectOf = (nth: number) => effectId(`e0000000-0000-7000-8000-00000000000${nth}`);

/** Our Graph code and the simulator, with a caller from outside who rings at the reception. */
async function ringingCall() {
  const clock = new ManualClock(Date.now());
  const simulator = await startSimulator({ people: 20, log, clock });
  onTestFinished(() => simulator.stop());
  const { contoso, control, url } = simulator;
  const tenant = tenantId(contoso.tenantId);
  const entra = createEntraClients({
    loginBaseUrl: url,
    clientId: contoso.applicationId,
    secret: contoso.clientSecret,
    clock: wallClock,
    log,
  });
  const baseUrl = `${url}/v1.0`;
  const client = createGraphClient({
    baseUrl,
    token: entra.appToken,
    clock: wallClock,
    log,
    timeoutMs: 5_000,
  });
  const heard: NotificationFacts = { facts: [], ignored: [], legs: [] };
  const inbox = await startLocalServer(({ body }) => {
    const read = factsFromNotification(body, tenant);
    if (!read.ok) return { status: 400 };
    heard.facts.push(...read.value.facts);
    heard.legs.push(...read.value.legs);
    return { status: 202 };
  });
  simulator.setWebhook(`${inbox.url}/calls`);
  const actions = createCallActions({ client, callbackUri: () => `${inbox.url}/calls/one`, log });
  const where = { tenantId: tenant, callId: callId('one') };
  control.dial({ from: '+442079460999', to: contoso.queues.reception.number });
  await simulator.settled();
  const incoming = must(heard.facts[0], 'the incoming call').fact;
  if (incoming.type !== 'callIncoming') throw new Error('not an incoming call');
  const { leg } = incoming;
  const perform = async (effect: CallEffect) => {
    const outcome = await actions.perform(effect, where);
    await simulator.settled();
    return outcome;
  };
  const answer = () => perform({ type: 'answer', effectId: effectOf(1), leg, prefetch: [] });
  const jan: Party = { kind: 'person', id: personId(contoso.people.jan) };
  const facts = () => heard.facts.map(({ fact }) => fact);
  return { simulator, clock, control, contoso, actions, where, leg, perform, answer, jan, facts, heard };
}

test('a call is transferred: the leg is on its way, then gone with 7015', async () => {
  const { simulator, control, contoso, actions, where, leg, perform, answer, jan, facts, heard } =
    await ringingCall();
  await answer();
  const transfer = { type: 'transfer', effectId: effectOf(2), leg, party: jan } as const;
  expect(await perform(transfer)).toEqual({ type: 'done' });
  expect(heard.legs.at(-1)).toMatchObject({ leg, state: 'transferring' });
  expect(await actions.settleDoubt(transfer, where, 'the reply was lost')).toEqual({ type: 'done' });
  control.answer(contoso.people.jan);
  await simulator.settled();
  expect(facts().at(-1)).toMatchObject({ type: 'legEnded', leg, outcome: { subcode: 7015 } });
  expect(await actions.settleDoubt(transfer, where, 'the reply was lost')).toEqual({ type: 'done' });
});

test('a transfer that nobody takes gives the call back, and says so as the end of the transfer', async () => {
  const { simulator, control, contoso, leg, perform, answer, jan, facts } = await ringingCall();
  await answer();
  await perform({ type: 'transfer', effectId: effectOf(2), leg, party: jan });
  control.decline(contoso.people.jan);
  await simulator.settled();
  expect(facts().slice(-2)).toEqual([
    { type: 'legEstablished', leg },
    {
      type: 'operationEnded',
      leg,
      operationId: 'transfer',
      completed: false,
      outcome: expect.objectContaining({ code: 500 }),
    },
  ]);
});

test('a transfer in doubt that was never executed is carried out once', async () => {
  const { simulator, control, contoso, actions, where, leg, answer, jan, facts } = await ringingCall();
  await answer();
  const transfer = { type: 'transfer', effectId: effectOf(2), leg, party: jan } as const;
  expect(await actions.settleDoubt(transfer, where, 'timed out')).toEqual({ type: 'done' });
  await simulator.settled();
  const view = control.person(contoso.people.jan);
  expect(view.ok && view.value.ringing).toHaveLength(1);
  control.answer(contoso.people.jan);
  await simulator.settled();
  expect(facts().at(-1)).toMatchObject({ type: 'legEnded', outcome: { subcode: 7015 } });
});

test('a call that has become one of several is not transferred any more', async () => {
  const { simulator, control, contoso, leg, perform, answer, jan } = await ringingCall();
  await answer();
  const evas = participantId('11111111-0000-4000-8000-0000000000e1');
  const eva: Party = { kind: 'person', id: personId(contoso.people.eva) };
  await perform({ type: 'invite', effectId: effectOf(2), leg, party: eva, participantId: evas });
  control.answer(contoso.people.eva);
  await simulator.settled();
  expect(await perform({ type: 'transfer', effectId: effectOf(3), leg, party: jan })).toMatchObject({
    type: 'refused',
    problem: 'conflict',
  });
});

test('a call is redirected before it is answered, and our leg is over when somebody takes it', async () => {
  const { simulator, control, contoso, actions, where, leg, perform, jan, facts, heard } =
    await ringingCall();
  const redirect = { type: 'redirect', effectId: effectOf(2), leg, party: jan, ringFor: 20_000 } as const;
  expect(await actions.settleDoubt(redirect, where, 'timed out')).toMatchObject({ type: 'retry' });
  expect(await perform(redirect)).toEqual({ type: 'done' });
  expect(heard.legs.at(-1)).toMatchObject({ state: 'redirecting' });
  control.answer(contoso.people.jan);
  await simulator.settled();
  expect(facts().at(-1)).toMatchObject({ type: 'legEnded', leg });
});
