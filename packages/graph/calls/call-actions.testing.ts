import type { CallEffect } from '@switchboard/domain/call/effect';
import { callId, effectId, legId, participantId, personId, tenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { createGraphClient } from '../client/create-graph-client.ts';
import { type Behaviour, type SeenRequest, startLocalServer } from '../client/local-server.testing.ts';
import { type CallActionsOptions, createCallActions } from './perform-effect.ts';

export const leg = legId('leg-1');
export const where = { tenantId: tenantId('contoso'), callId: callId('call-1') };
export const theirs = participantId('33333333-0000-4000-8000-000000000003');
const id = effectId('e0000000-0000-7000-8000-000000000001');
export const prompt = {
  url: 'https://contoso.example/music.wav',
  resourceId: 'music-1',
  milliseconds: 60_000,
};
const noor = { kind: 'person', id: personId('noor'), name: 'Noor' } as const;

/** One effect of every type. */
export const effects = {
  answer: { type: 'answer', effectId: id, leg, prefetch: [prompt] },
  reject: { type: 'reject', effectId: id, leg, reason: 'busy' },
  redirect: { type: 'redirect', effectId: id, leg, party: noor, ringFor: 20_000 },
  transfer: { type: 'transfer', effectId: id, leg, party: noor },
  playPrompt: { type: 'playPrompt', effectId: id, leg, prompt },
  stopPrompts: { type: 'stopPrompts', effectId: id, leg },
  sendTones: { type: 'sendTones', effectId: id, leg, tones: ['0', '7', '*', '#'] },
  invite: { type: 'invite', effectId: id, leg, party: noor, participantId: theirs },
  removeParticipant: { type: 'removeParticipant', effectId: id, leg, participantId: theirs },
  startHoldMusic: { type: 'startHoldMusic', effectId: id, leg, participantId: theirs, prompt },
  stopHoldMusic: { type: 'stopHoldMusic', effectId: id, leg, participantId: theirs },
  keepAlive: { type: 'keepAlive', effectId: id, leg },
  observe: { type: 'observe', effectId: id, leg },
  hangUp: { type: 'hangUp', effectId: id, leg },
} as const satisfies { readonly [Type in CallEffect['type']]: CallEffect };

/** Several behaviours are for one request after the other; the last one stays. */
export type Pages = Readonly<Record<string, Behaviour | readonly Behaviour[] | undefined>>;

/** Call actions against a Graph that answers by method and path below the call: `GET `, `POST /answer`, … */
export async function graphWith(pages: Pages, options: Partial<CallActionsOptions> = {}) {
  const turns = new Map<string, number>();
  const server = await startLocalServer((request) => {
    const name = nameOf(request);
    const page = pages[name] ?? notFound;
    if (!isSeveral(page)) return page;
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return page[Math.min(turn, page.length - 1)] ?? notFound;
  });
  const client = createGraphClient({
    baseUrl: `${server.url}/v1.0`,
    token: async () => 'token',
    clock: hurriedClock(),
    log: silentLogger,
    timeoutMs: 30_000,
  });
  const actions = createCallActions({
    client,
    callbackUri: (tenantId, ofLeg, call) =>
      `https://switchboard.example/callback/${tenantId}/${ofLeg}/${call}`,
    log: silentLogger,
    ...options,
  });
  return { ...actions, client, server, asked: () => server.seen.map(nameOf) };
}

const isSeveral = (page: Behaviour | readonly Behaviour[]): page is readonly Behaviour[] =>
  Array.isArray(page);

/** Pauses pass at once, time limits never: what is tested here is what is asked, not when. */
function hurriedClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    after(milliseconds, task) {
      if (milliseconds >= 30_000) return () => {};
      const immediate = setImmediate(() => {
        now += milliseconds;
        task();
      });
      return () => clearImmediate(immediate);
    },
  };
}

export const nameOf = ({ method, path }: SeenRequest): string =>
  `${method} ${path.replace(`/v1.0/communications/calls/${leg}`, '').replace(theirs, '{theirs}')}`;

const notFound: Behaviour = { status: 404, body: { error: { code: 'NotFound', message: 'No such thing.' } } };

export const refusal = (status: number, code = 'Refused'): Behaviour => ({
  status,
  body: { error: { code, message: `${code}.`, innerError: { 'request-id': 'r-1' } } },
});

export const call = (state: string): Behaviour => ({
  status: 200,
  body: { '@odata.type': '#microsoft.graph.call', state },
});

export const roster = (...value: unknown[]): Behaviour => ({ status: 200, body: { value } });

export const participant = (participantId: string, user: string): unknown => ({
  id: participantId,
  info: { identity: { user: { id: user } }, endpointType: 'default' },
});
