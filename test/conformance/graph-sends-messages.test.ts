import { createHash } from 'node:crypto';
import { Client } from '@microsoft/microsoft-graph-client';
import { personId, tenantId } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { findChatMessage } from '@switchboard/graph/chat/find-chat-message';
import { openChat } from '@switchboard/graph/chat/open-chat';
import { sendChatMessage } from '@switchboard/graph/chat/send-chat-message';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { findSentMail } from '@switchboard/graph/mail/find-sent-mail';
import { sendMail } from '@switchboard/graph/mail/send-mail';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger as log } from '@switchboard/kit/logger';
import { startSimulator } from '@switchboard/simulator/start';
import { expect, onTestFinished, test } from 'vitest';
import { signInByPage } from '../genuine/entra-server.testing.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const scopes = ['Mail.Send', 'Mail.ReadBasic', 'Chat.Create', 'ChatMessage.Send', 'Chat.Read'];

/** Eva, signed in by the page, before a simulated Microsoft over real HTTP. */
async function meet() {
  const simulator = await startSimulator({
    people: 100,
    log,
    delegatedPermissions: ['User.Read', ...scopes],
  });
  onTestFinished(() => simulator.stop());
  const { contoso, url } = simulator;
  const [tenant, eva] = [tenantId(contoso.tenantId), personId(contoso.people.eva)];
  const entra = createEntraClients({
    loginBaseUrl: url,
    clientId: contoso.applicationId,
    secret: contoso.clientSecret,
    clock,
    log,
  });
  const client = createGraphClient({
    baseUrl: `${url}/v1.0`,
    token: entra.appToken,
    clock,
    log,
    timeoutMs: 5_000,
  });
  const codeVerifier = 'v'.repeat(64);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = 'http://localhost:3000/auth/callback';
  const begun = { redirectUri, state: 's', nonce: 'n', codeChallenge, scopes };
  const code = (await signInByPage(await entra.signInUrl(begun), eva)).get('code') ?? '';
  await entra.redeemCode({ code, redirectUri, codeVerifier, nonce: 'n', scopes });
  const token = await entra.operatorTokens.token({ tenantId: tenant, personId: eva }, scopes);
  if (!token.ok) throw new Error(token.refusal.message);
  const asker = { tenantId: tenant, operator: { personId: eva, token: token.value } };
  return { simulator, client, asker, token: token.value };
}

const mail = {
  messageId: '0192-a',
  address: 'jan.devries@contoso.example',
  name: 'Jan de Vries',
  subject: 'K. <Bauer> called',
  body: 'K. <Bauer> called.\n\nPlease call back.',
  language: 'en',
  isUrgent: true,
};

test('a mail arrives once, and is found again when its answer was lost', async () => {
  const { simulator, client, asker } = await meet();
  const since = Date.now();
  expect(await findSentMail(client, asker, { messageId: '0192-a', since })).toBe('notThere');
  simulator.faults.set({ reset: { next: 1, kinds: ['mail'], done: 'always' } });
  expect(await sendMail(client, asker, mail)).toMatchObject({ outcome: { type: 'doubt' } });
  expect(await findSentMail(client, asker, { messageId: '0192-a', since })).toBe('there');
  expect(await findSentMail(client, asker, { messageId: '0192-b', since })).toBe('notThere');
  expect(simulator.world.postOffice.mails).toMatchObject([
    { subject: 'K. <Bauer> called', importance: 'high', to: [{ address: 'jan.devries@contoso.example' }] },
  ]);
  expect(simulator.world.postOffice.mails[0]?.content).toContain('K. &lt;Bauer&gt; called.');
});

test('a mail that is throttled, or whose recipient is none, has not left', async () => {
  const { simulator, client, asker } = await meet();
  expect(await sendMail(client, asker, { ...mail, address: 'nobody' })).toMatchObject({
    outcome: { type: 'refused', why: 'recipientUnknown' },
  });
  simulator.faults.set({ throttle: { next: 1, kinds: ['mail'], retryAfterSeconds: 7 } });
  expect(await sendMail(client, asker, mail)).toMatchObject({ outcome: { type: 'later', afterMs: 7_000 } });
  expect(simulator.world.postOffice.mails).toEqual([]);
});

test('a chat message arrives once in the one chat of two people, and is found again', async () => {
  const { simulator, client, asker } = await meet();
  const jan = personId(simulator.contoso.people.jan);
  const since = Date.now();
  const [first, second] = [await openChat(client, asker, jan), await openChat(client, asker, jan)];
  expect(first).toEqual(second);
  const chatId = must(first.ok ? first.value : undefined, 'a chat');
  simulator.faults.set({ gatewayTimeout: { next: 1, kinds: ['chats'], done: 'always' } });
  const message = { messageId: '0192-a', chatId, body: mail.body, isUrgent: false };
  expect(await sendChatMessage(client, asker, message)).toMatchObject({ outcome: { type: 'doubt' } });
  expect(await findChatMessage(client, asker, { chatId, body: mail.body, since })).toBe('there');
  expect(await findChatMessage(client, asker, { chatId, body: 'Other words', since })).toBe('notThere');
  expect(simulator.world.postOffice.chats).toMatchObject([{ messages: [{ contentType: 'html' }] }]);
});

test('Microsoft’s own client sends a mail and a chat message there, and reads both', async () => {
  const { simulator, token } = await meet();
  const { eva, jan } = simulator.contoso.people;
  const client = Client.init({
    baseUrl: simulator.url,
    // It gives its token to https alone; this Microsoft is on the same machine.
    authProvider: (done) => done(null, token),
  });
  const api = (path: string) => client.api(path).header('authorization', `Bearer ${token}`);
  await api('/me/sendMail').post({
    message: {
      subject: 'Hello',
      body: { contentType: 'Text', content: 'Hello' },
      toRecipients: [{ emailAddress: { address: mail.address } }],
    },
  });
  expect(await api('/me/mailFolders/sentitems/messages').select('subject').get()).toMatchObject({
    value: [{ subject: 'Hello' }],
  });
  const member = (id: string) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
    'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${id}')`,
  });
  const chat = await api('/chats').post({ chatType: 'oneOnOne', members: [member(eva), member(jan)] });
  const path = `/chats/${chat.id}/messages`;
  await api(path).post({ body: { content: 'Hello' } });
  expect(await api(path).top(50).get()).toMatchObject({ value: [{ body: { content: 'Hello' } }] });
});
