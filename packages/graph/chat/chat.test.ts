import { personId, tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import type { GraphProblem } from '../client/graph-problem.ts';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { findChatMessage } from './find-chat-message.ts';
import { openChat } from './open-chat.ts';
import { sendChatMessage } from './send-chat-message.ts';

const noor = {
  tenantId: tenantId('contoso'),
  operator: { personId: personId('noor'), token: 'token of noor' },
};
const chatId = '19:a_b@unq.gbl.spaces';
const since = Date.UTC(2026, 10, 29, 9, 0);

test('the chat of two is asked for as documented, and may be asked for again', async () => {
  const { client, asked } = stubClient({ body: { id: chatId } });
  expect(await openChat(client, noor, personId('jan'))).toEqual({ ok: true, value: chatId });
  expect(asked).toMatchObject([
    {
      method: 'POST',
      path: '/chats',
      retry: 'safe',
      token: 'token of noor',
      body: {
        chatType: 'oneOnOne',
        members: ['noor', 'jan'].map((id) => ({
          '@odata.type': '#microsoft.graph.aadUserConversationMember',
          roles: ['owner'],
          'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${id}')`,
        })),
      },
    },
  ]);
});

test('a chat without an id, or none, is a refusal', async () => {
  for (const answer of [{ body: { id: '' } }, { body: null }, problem('forbidden', 403, 'Forbidden')]) {
    const { client } = stubClient(answer);
    expect(await openChat(client, noor, personId('jan'))).toMatchObject({ ok: false });
  }
});

describe('a chat message', () => {
  const message = { messageId: '0192-a', chatId, body: 'K. <Bauer>\ncalled', isUrgent: true };

  test('is posted once, escaped', async () => {
    const { client, asked } = stubClient({ body: { id: '1' } });
    expect(await sendChatMessage(client, noor, message)).toEqual({ outcome: { type: 'sent' } });
    expect(asked).toMatchObject([
      {
        path: '/chats/19%3Aa_b%40unq.gbl.spaces/messages',
        retry: 'never',
        body: {
          importance: 'high',
          body: { contentType: 'html', content: '<p>K. &lt;Bauer&gt;<br>called</p>' },
        },
      },
    ]);
  });

  test.each<[GraphProblem, object]>([
    [problem('gone', 404, 'NotFound'), { type: 'refused', why: 'recipientUnknown' }],
    [problem('forbidden', 403, 'Forbidden'), { type: 'refused', why: 'noRight' }],
    [{ ...problem('invalid', 504, 'x'), kind: 'unavailable', sent: 'maybe' }, { type: 'doubt' }],
  ])('that meets the problem %# is %j', async (met, outcome) => {
    const { client } = stubClient(met);
    expect(await sendChatMessage(client, noor, message)).toMatchObject({ outcome });
  });

  const said = (change: object) => ({
    createdDateTime: '2026-11-29T09:00:01Z',
    from: { user: { id: 'NOOR' } },
    body: { contentType: 'html', content: '<div><p>K. &lt;Bauer&gt;<br>called</p></div>' },
    ...change,
  });
  const sought = { chatId, body: message.body, since };

  test('in doubt is found by who wrote it, when, and its words', async () => {
    const { client, asked } = stubClient({ body: { value: [null, said({})] } });
    expect(await findChatMessage(client, noor, sought)).toBe('there');
    expect(asked[0]).toMatchObject({ method: 'GET', retry: 'safe' });
  });

  test.each([
    [said({ from: { user: { id: 'jan' } } }), 'of somebody else'],
    [said({ createdDateTime: '2026-11-29T08:59:00Z' }), 'of before'],
    [said({ body: { content: 'Thank you' } }), 'of other words'],
    [said({ createdDateTime: 'x', from: null, body: 7 }), 'that cannot be read'],
  ])('in doubt is not one %# %s', async (other) => {
    const { client } = stubClient({ body: { value: [other] } });
    expect(await findChatMessage(client, noor, sought)).toBe('notThere');
  });

  test('in doubt is not known where nobody may look', async () => {
    const { client } = stubClient(problem('forbidden', 403, 'Forbidden'));
    expect(await findChatMessage(client, noor, sought)).toBe('unknown');
  });
});
