import { createHash } from 'node:crypto';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import { callId, effectId, instanceId, participantId, personId, tenantId } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { createCallActions } from '@switchboard/graph/calls/perform-effect';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { getUser } from '@switchboard/graph/directory/get-user';
import { usersDelta } from '@switchboard/graph/directory/users-delta';
import { factsFromNotification } from '@switchboard/graph/notifications/facts-from-notification';
import { isLegacyNotification } from '@switchboard/graph/notifications/is-legacy-notification';
import { createNotificationVerifier } from '@switchboard/graph/notifications/verify-token';
import { readPresences } from '@switchboard/graph/presence/presences';
import { must } from '@switchboard/kit/assert';
import { createClock, ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { startSimulator } from '@switchboard/simulator/start';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalServer } from '../../packages/graph/client/local-server.testing.ts';
import { signInByPage } from '../genuine/entra-server.testing.ts';

const log = silentLogger;
const wallClock = createClock({ now: Date.now, setTimeout, clearTimeout });

/** Two readings of the same paper: our Graph code, and the simulator that does not know it, over real HTTP. */
async function meet() {
  const clock = new ManualClock(Date.now());
  const simulator = await startSimulator({
    people: 250,
    log,
    clock,
    settings: { legacyFirstNotification: true },
  });
  onTestFinished(() => simulator.stop());
  const { contoso, url } = simulator;
  const tenant = tenantId(contoso.tenantId);
  const entra = createEntraClients({
    loginBaseUrl: url,
    clientId: contoso.applicationId,
    secret: contoso.clientSecret,
    clock: wallClock,
    log,
  });
  const client = createGraphClient({
    baseUrl: `${url}/v1.0`,
    token: entra.appToken,
    clock: wallClock,
    log,
    timeoutMs: 5_000,
  });
  const { verify } = createNotificationVerifier({
    openIdConfigurationUrl: `${url}/v1/.well-known/OpenIdConfiguration`,
    audience: contoso.applicationId,
    issuers: ['https://graph.microsoft.com', 'https://api.botframework.com'],
    clock: wallClock,
  });
  const facts: (CallFact | CallIncoming)[] = [];
  const malformed: unknown[] = [];
  const senders: ReturnType<typeof verify>[] = [];
  const inbox = await startLocalServer(({ body, headers }) => {
    senders.push(verify(headers.authorization as string | undefined));
    if (isLegacyNotification(body)) return { status: 204 };
    const read = factsFromNotification(body, tenant);
    if (read.ok) facts.push(...read.value.facts.map(({ fact }) => fact));
    else malformed.push(read);
    return { status: 202 };
  });
  simulator.setWebhook(`${inbox.url}/calls`);
  const actions = createCallActions({ client, callbackUri: () => `${inbox.url}/calls/one`, log });
  const where = { tenantId: tenant, callId: callId('one') };
  return { simulator, tenant, entra, client, actions, where, facts, malformed, senders };
}

const id = (n: number) => effectId(`e0000000-0000-7000-8000-00000000000${n}`);

test('a call is announced, answered, shared, held, watched and left, and both sides mean the same', async () => {
  const { simulator, tenant, actions, where, facts, malformed, senders } = await meet();
  const { contoso, control } = simulator;
  const perform = async (effect: CallEffect) => {
    const outcome = await actions.perform(effect, where);
    await simulator.settled();
    return outcome;
  };
  control.dial({ from: '+442079460999', to: contoso.queues.reception.number, name: 'A caller' });
  await simulator.settled();
  const incoming = must(facts[0], 'the incoming call');
  expect(incoming).toMatchObject({
    type: 'callIncoming',
    tenantId: tenant,
    instanceId: instanceId(contoso.queues.reception.id),
    caller: { kind: 'number', number: '+442079460999' },
  });
  if (incoming.type !== 'callIncoming') throw new Error('not an incoming call');
  const { leg } = incoming;

  expect(await perform({ type: 'answer', effectId: id(1), leg, prefetch: [] })).toEqual({ type: 'done' });
  expect(facts).toContainEqual({ type: 'legEstablished', leg });
  expect(
    await actions.settleDoubt({ type: 'answer', effectId: id(1), leg, prefetch: [] }, where, 'x'),
  ).toEqual({
    type: 'done',
  });
  const alone = await perform({ type: 'observe', effectId: id(2), leg });
  expect(alone).toEqual({
    type: 'observed',
    fact: { type: 'legObserved', leg, effectId: id(2), legState: 'established' },
  });

  const eva = participantId('11111111-0000-4000-8000-0000000000e1');
  const party = { kind: 'person', id: personId(contoso.people.eva) } as const;
  const invite = { type: 'invite', effectId: id(3), leg, party, participantId: eva } as const;
  expect(await perform(invite)).toMatchObject({ type: 'done', operationId: expect.any(String) });
  control.answer(contoso.people.eva);
  await simulator.settled();
  expect(facts).toContainEqual(
    expect.objectContaining({ type: 'operationEnded', effectId: id(3), completed: true }),
  );
  const roster = must(
    facts.findLast((fact) => fact.type === 'rosterSeen'),
    'a roster',
  );
  expect(roster).toMatchObject({ partial: false });
  expect(roster.type === 'rosterSeen' && roster.members).toContainEqual(
    expect.objectContaining({ participantId: eva, party: expect.objectContaining(party) }),
  );
  expect(await actions.settleDoubt(invite, where, 'x')).toEqual({ type: 'done' });

  const hold = { effectId: id(4), leg, participantId: eva };
  const prompt = { url: 'http://127.0.0.1:9/none.wav', resourceId: 'none', milliseconds: 1_000 };
  expect(await perform({ ...hold, type: 'startHoldMusic', prompt })).toMatchObject({ type: 'done' });
  expect(await perform({ type: 'keepAlive', effectId: id(5), leg })).toEqual({ type: 'done' });
  expect(await perform({ type: 'removeParticipant', effectId: id(6), leg, participantId: eva })).toEqual({
    type: 'done',
  });
  expect(facts.findLast((fact) => fact.type === 'rosterSeen')).not.toMatchObject({
    members: expect.arrayContaining([expect.objectContaining({ participantId: eva })]),
  });
  expect(await perform({ type: 'hangUp', effectId: id(7), leg })).toEqual({ type: 'done' });
  expect(facts.at(-1)).toMatchObject({ type: 'legEnded', leg, outcome: { code: 200 } });
  expect(await perform({ type: 'hangUp', effectId: id(8), leg })).toEqual({ type: 'done' });
  expect(await perform({ type: 'keepAlive', effectId: id(9), leg })).toMatchObject({
    type: 'refused',
    problem: 'gone',
  });
  expect(await perform({ type: 'observe', effectId: id(9), leg })).toMatchObject({
    fact: { legState: 'gone' },
  });
  expect(malformed).toEqual([]);
  expect(senders.length).toBeGreaterThan(5);
  for (const sender of await Promise.all(senders))
    expect(sender).toEqual({ ok: true, value: { tenantId: tenant } });
});

/** A call that was answered, and two invitations of one person: the first with its reply lost, the second to follow it. */
async function invitedInDoubt() {
  const { simulator, actions, where, facts } = await meet();
  const { contoso, control } = simulator;
  control.dial({ from: '+442079460999', to: contoso.queues.reception.number });
  await simulator.settled();
  const { leg } = must(
    facts.find((fact) => fact.type === 'callIncoming'),
    'the incoming call',
  );
  const perform = async (effect: CallEffect) => {
    const outcome = await actions.perform(effect, where);
    await simulator.settled();
    return outcome;
  };
  const settle = (effect: CallEffect) => actions.settleDoubt(effect, where, 'the reply was lost');
  await perform({ type: 'answer', effectId: id(1), leg, prefetch: [] });
  const party = { kind: 'person', id: personId(contoso.people.jan) } as const;
  const before = participantId('22222222-0000-4000-8000-0000000000a1');
  const after = participantId('22222222-0000-4000-8000-0000000000a2');
  const first = { type: 'invite', effectId: id(2), leg, party, participantId: before } as const;
  const withdrawal = { type: 'removeParticipant', effectId: id(3), leg, participantId: before } as const;
  const second = { type: 'invite', effectId: id(4), leg, party, participantId: after } as const;
  await perform(first);
  const pickUp = async () => {
    control.answer(contoso.people.jan);
    await simulator.settled();
  };
  const ringing = () => control.truth().ringing.map(({ personId: who }) => who);
  const endOf = (effect: CallEffect) =>
    facts.find((fact) => fact.type === 'operationEnded' && fact.effectId === effect.effectId);
  const here = () => {
    const roster = facts.findLast((fact) => fact.type === 'rosterSeen');
    return roster?.members.map((member) => member.participantId) ?? [];
  };
  return {
    jan: contoso.people.jan,
    first,
    withdrawal,
    second,
    perform,
    settle,
    pickUp,
    ringing,
    endOf,
    here,
  };
}

test('an invitation in doubt is uncertain while it rings; withdrawn and made anew it rings once', async () => {
  const { jan, first, withdrawal, second, perform, settle, pickUp, ringing, endOf, here } =
    await invitedInDoubt();
  expect(await settle(first)).toMatchObject({ type: 'refused', problem: 'uncertain' });
  expect(ringing()).toEqual([jan]);
  expect(await perform(withdrawal)).toEqual({ type: 'done' });
  expect(ringing()).toEqual([]);
  expect(endOf(first)).toMatchObject({ completed: false, outcome: { code: 400, subcode: 8508 } });
  expect(await perform(second)).toMatchObject({ type: 'done' });
  expect(ringing()).toEqual([jan]);
  expect(endOf(second)).toBeUndefined();
  await pickUp();
  expect(here()).toContain(second.participantId);
  expect(here()).not.toContain(first.participantId);
  expect(endOf(second)).toMatchObject({ completed: true });
});

test('an answer to an invitation in doubt, before it is withdrawn, is told apart by its ids', async () => {
  const { jan, first, withdrawal, second, perform, settle, pickUp, ringing, endOf, here } =
    await invitedInDoubt();
  expect(await settle(first)).toMatchObject({ type: 'refused', problem: 'uncertain' });
  await pickUp();
  expect(here()).toContain(first.participantId);
  expect(endOf(first)).toMatchObject({ completed: true });
  expect(await perform(withdrawal)).toEqual({ type: 'done' });
  expect(here()).not.toContain(first.participantId);
  expect(await perform(second)).toMatchObject({ type: 'done' });
  expect(ringing()).toEqual([jan]);
  expect(here()).not.toContain(second.participantId);
  await pickUp();
  expect(here()).toContain(second.participantId);
  expect(await settle(second)).toEqual({ type: 'done' });
});

test('an invitation in doubt that was answered meanwhile is done', async () => {
  const { first, settle, pickUp } = await invitedInDoubt();
  await pickUp();
  expect(await settle(first)).toEqual({ type: 'done' });
});

test.each(['serverError', 'unavailable', 'gatewayTimeout', 'reset'] as const)(
  'an invitation whose reply is lost to %s is in doubt, done or not',
  async (fault) => {
    const { simulator, actions, where, facts } = await meet();
    const { contoso, control, faults } = simulator;
    control.dial({ from: '+442079460999', to: contoso.queues.reception.number });
    await simulator.settled();
    const { leg } = must(
      facts.find((fact) => fact.type === 'callIncoming'),
      'the incoming call',
    );
    await actions.perform({ type: 'answer', effectId: id(1), leg, prefetch: [] }, where);
    await simulator.settled();
    const party = { kind: 'person', id: personId(contoso.people.jan) } as const;
    const jan = participantId('22222222-0000-4000-8000-0000000000a1');
    const invite = { type: 'invite', effectId: id(2), leg, party, participantId: jan } as const;
    faults.set({ [fault]: { next: 1, kinds: ['invite'], done: 'never' } });
    expect(await actions.perform(invite, where)).toMatchObject({ type: 'doubt' });
    expect(control.truth().ringing).toEqual([]);
    faults.set({ [fault]: { next: 1, done: 'always' } });
    expect(await actions.perform(invite, where)).toMatchObject({ type: 'doubt' });
    expect(control.truth().ringing).toMatchObject([{ personId: contoso.people.jan }]);
    faults.set({ throttle: { next: 1, retryAfterSeconds: 9 } });
    expect(await actions.perform(invite, where)).toMatchObject({ type: 'retry', afterMs: 9_000 });
  },
);

test('people are read whole, then by what changed, with their managers and presences', async () => {
  const { simulator, tenant, client } = await meet();
  const { contoso } = simulator;
  const people = new Map<string, unknown>();
  let link = '';
  let pageCount = 0;
  for await (const page of usersDelta(client, tenant)) {
    if (!page.ok) throw new Error(page.refusal.message);
    pageCount += 1;
    expect(page.value.ignored).toEqual([]);
    for (const person of page.value.people) people.set(person.id, person);
    if ('deltaLink' in page.value.next) link = page.value.next.deltaLink;
  }
  expect(pageCount).toBeGreaterThan(1);
  expect(people.get(contoso.people.jan)).toMatchObject({ displayName: 'Jan de Vries', accountEnabled: true });
  const again = [];
  for await (const page of usersDelta(client, tenant, link)) again.push(page);
  expect(again).toMatchObject([{ ok: true, value: { people: [], removed: [] } }]);

  const jan = await getUser(client, tenant, personId(contoso.people.jan));
  expect(jan).toMatchObject({ ok: true, value: { displayName: 'Jan de Vries' } });
  const nobody = await getUser(client, tenant, personId('00000000-0000-4000-8000-00000000dead'));
  expect(nobody).toMatchObject({ ok: false, refusal: { code: 'unknownPerson' } });

  const ids = [personId(contoso.people.eva), personId(contoso.people.jan)];
  const presences = await readPresences(client, tenant, ids);
  expect(presences.ok && presences.value.map((presence) => presence.personId).sort()).toEqual(
    [...ids].sort(),
  );
});

test('a person signs in at the account picker and is who they picked', async () => {
  const { simulator, tenant, entra } = await meet();
  const { eva } = simulator.contoso.people;
  const codeVerifier = 'v'.repeat(64);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = 'http://localhost:3000/auth/callback';
  const nonce = 'nonce-1';
  const url = await entra.signInUrl({ redirectUri, state: 'state-1', nonce, codeChallenge });
  const answer = await signInByPage(url, eva);
  expect(answer.get('state')).toBe('state-1');
  const redemption = { code: answer.get('code') ?? '', redirectUri, codeVerifier, nonce };
  expect(await entra.redeemCode(redemption)).toEqual({
    ok: true,
    value: {
      tenantId: tenant,
      personId: eva,
      name: 'Eva Berg',
      userPrincipalName: 'eva.berg@contoso.example',
    },
  });
  expect(await entra.redeemCode(redemption)).toMatchObject({ ok: false, refusal: { code: 'refused' } });
});

test('a person who signs in with scopes has tokens for Graph, and is asked where nobody consented', async () => {
  const { simulator, tenant, entra } = await meet();
  const eva = personId(simulator.contoso.people.eva);
  const person = { tenantId: tenant, personId: eva };
  const codeVerifier = 'v'.repeat(64);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = 'http://localhost:3000/auth/callback';
  const scopes = ['User.Read'];
  const url = await entra.signInUrl({ redirectUri, state: 's', nonce: 'n', codeChallenge, scopes });
  const code = (await signInByPage(url, eva)).get('code') ?? '';
  const signedIn = await entra.redeemCode({ code, redirectUri, codeVerifier, nonce: 'n', scopes });
  expect(signedIn).toMatchObject({ ok: true });
  const { operatorTokens } = entra;
  const first = await operatorTokens.token(person, scopes);
  const fresh = await operatorTokens.token(person, scopes, { fresh: true });
  expect([first, fresh]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(fresh).not.toEqual(first);
  expect(await operatorTokens.token(person, ['Mail.ReadBasic'])).toMatchObject({
    ok: false,
    refusal: { code: 'askConsent', scopes: ['Mail.ReadBasic'] },
  });
});
