import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan, omar } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const member = (id: string) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: ['owner'],
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${id}')`,
});
const chatOf = (...ids: string[]) => ({ chatType: 'oneOnOne', members: ids.map(member) });
const opener = tokens.user(eva, 'Chat.Create');
const writer = tokens.user(eva, 'ChatMessage.Send');
const reader = tokens.user(eva, 'Chat.Read');
const open = async (...ids: string[]) => bench.post('/chats', chatOf(...ids), { token: opener });
const text = { body: { contentType: 'html', content: '<p>Please call back.</p>' }, importance: 'high' };

test('two people have one chat, however often it is asked for and by whom', async () => {
  const first = await open(eva, jan);
  expect(first).toMatchObject({ status: 201, body: { chatType: 'oneOnOne', topic: null } });
  expect((await open(jan, eva)).body.id).toBe(first.body.id);
  expect((await open(eva, omar)).body.id).not.toBe(first.body.id);
});

test.each([
  [[jan, omar], 403],
  [[eva, eva], 400],
  [[eva, 'nobody'], 404],
  [[eva], 400],
])('a chat of %j is refused with %i', async (ids, status) => {
  expect((await open(...ids)).status).toBe(status);
});

test('what is written stands in the chat, newest first, once for each time that it was written', async () => {
  const path = `/chats/${encodeURIComponent(String((await open(eva, jan)).body.id))}/messages`;
  expect(await bench.post(path, text, { token: writer })).toMatchObject({
    status: 201,
    body: { importance: 'high', from: { user: { id: eva } } },
  });
  await bench.post(path, { body: { content: 'Again' } }, { token: writer });
  const read = await bench.get(`${path}?$top=50&$orderby=createdDateTime%20desc`, { token: reader });
  expect(read.body.value).toMatchObject([
    { body: { contentType: 'text', content: 'Again' } },
    { body: { contentType: 'html', content: '<p>Please call back.</p>' } },
  ]);
  expect((await bench.get(`${path}?$top=51`, { token: reader })).status).toBe(400);
  expect((await bench.get(path, { token: tokens.user(omar, 'Chat.Read') })).status).toBe(403);
  expect((await bench.post(path, { body: { content: '' } }, { token: writer })).status).toBe(400);
  expect((await bench.post(path, text, { token: opener })).status).toBe(403);
  expect((await bench.post(path, text)).status).toBe(403);
});
