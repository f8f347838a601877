import type { CallEffect, Prompt } from '@switchboard/domain/call/effect';
import { callId, effectId, participantId, personId, tenantId } from '@switchboard/domain/ids';
import type { Party } from '@switchboard/domain/party/party';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { type CallActionsOptions, createCallActions } from '@switchboard/graph/calls/perform-effect';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import {
  factsFromNotification,
  type NotificationFacts,
} from '@switchboard/graph/notifications/facts-from-notification';
import { must } from '@switchboard/kit/assert';
import { createClock, ManualClock } from '@switchboard/kit/clock';
import { silentLogger as log } from '@switchboard/kit/logger';
import { startSimulator } from '@switchboard/simulator/start';
import type { WorldSettings } from '@switchboard/simulator/world/settings';
import { onTestFinished } from 'vitest';
import { startLocalServer } from '../../packages/graph/client/local-server.testing.ts';
import { Listener } from '../../packages/simulator/graph-api/listener.testing.ts';

const wallClock = createClock({ now: Date.now, setTimeout, clearTimeout });

export const effectOf = (nth: number) => effectId(`e0000000-0000-7000-8000-00000000000${nth}`);
export const participantOf = (nth: number) => participantId(`11111111-0000-4000-8000-0000000000e${nth}`);

/** Our Graph code and the simulator, with a caller from outside who rings at the reception. Gone at the end of the test. */
export async function ringingCall(
  settings: Partial<WorldSettings> = {},
  options: Pick<CallActionsOptions, 'mailboxes'> = {},
) {
  const clock = new ManualClock(Date.now());
  const simulator = await startSimulator({ people: 20, log, clock, settings });
  onTestFinished(() => simulator.stop());
  const { contoso, control } = simulator;
  const { client, heard, inbox, tenant } = await ourSide(simulator);
  const actions = createCallActions({ client, callbackUri: () => `${inbox.url}/calls/one`, log, ...options });
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
  const personOf = (id: string): Party => ({ kind: 'person', id: personId(id) });
  const facts = () => heard.facts.map(({ fact }) => fact);
  const { eva, jan, siobhan } = contoso.people;
  const people = { eva: personOf(eva), jan: personOf(jan), siobhan: personOf(siobhan) };
  /** The caller's telephone. */
  const line = () => must(control.truth().lines[0], 'the line of the caller');
  const ours = { actions, where, leg, perform, answer, facts, heard };
  return { ...ours, ...people, simulator, control, contoso, line };
}

/** What the product has of its own: a client with tokens, and an inbox for notifications. */
async function ourSide(simulator: Awaited<ReturnType<typeof startSimulator>>) {
  const { contoso, url } = simulator;
  const tenant = tenantId(contoso.tenantId);
  const entra = createEntraClients({
    loginBaseUrl: url,
    clientId: contoso.applicationId,
    secret: contoso.clientSecret,
    clock: wallClock,
    log,
  });
  const baseUrl = `${url}/v1.0`;
  const token = entra.appToken;
  const client = createGraphClient({ baseUrl, token, clock: wallClock, log, timeoutMs: 5_000 });
  const heard: NotificationFacts = { facts: [], ignored: [], legs: [] };
  const inbox = await startLocalServer(({ body }) => {
    const read = factsFromNotification(body, tenant);
    if (!read.ok) return { status: 400 };
    heard.facts.push(...read.value.facts);
    heard.legs.push(...read.value.legs);
    return { status: 202 };
  });
  simulator.setWebhook(`${inbox.url}/calls`);
  return { client, heard, inbox, tenant };
}

/** A web server with a sound of so many seconds, gone at the end of the test. */
export async function soundOf(seconds: number): Promise<Prompt> {
  const files = new Listener();
  await files.start();
  onTestFinished(() => files.stop());
  return { url: files.prompt(seconds), resourceId: `sound-${seconds}`, milliseconds: seconds * 1_000 };
}
