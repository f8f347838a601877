import { instanceId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import type { Behaviour } from '../client/local-server.testing.ts';
import { call, graphWith, leg, refusal, where } from './call-actions.testing.ts';
import { lookAtLeg } from './look-at-leg.ts';

const look = async (page: Behaviour) => {
  const { client, asked, server } = await graphWith({ 'GET ': page });
  const said = await lookAtLeg({ client, tenantId: where.tenantId, leg });
  return { said, asked: asked(), headers: server.seen[0]?.headers };
};

test('a leg that nobody here knows is asked about, and can be taken on while it rings', async () => {
  const { said, asked, headers } = await look({
    status: 200,
    body: {
      state: 'Incoming',
      direction: 'incoming',
      callChainId: 'chain-1',
      source: { identity: { phone: { id: '+442079460123' } } },
      targets: [{ identity: { applicationInstance: { id: 'QUEUE-1' } } }],
    },
  });
  const known = {
    leg,
    instanceId: instanceId('queue-1'),
    caller: { kind: 'number', number: '+442079460123' },
  };
  expect(said).toEqual({
    ok: true,
    value: {
      ...known,
      state: 'incoming',
      direction: 'incoming',
      incoming: { ...known, type: 'callIncoming', tenantId: where.tenantId, chainId: 'chain-1' },
    },
  });
  expect(asked).toEqual(['GET ']);
  expect(headers).not.toHaveProperty('client-request-id');
});

test.each([
  [call('established'), { ok: true, value: { leg, state: 'established' } }],
  [refusal(404), { ok: true, value: { leg, state: 'gone' } }],
  [refusal(403), { ok: false, refusal: { kind: 'forbidden' } }],
  [refusal(503), { ok: false, refusal: { kind: 'unavailable' } }],
  [
    { status: 200, body: 'no JSON' },
    { ok: false, refusal: { kind: 'unavailable', code: 'unreadable' } },
  ],
])('%# is what Graph says, or why it says nothing', async (page, expected) => {
  expect((await look(page)).said).toMatchObject(expected);
});
