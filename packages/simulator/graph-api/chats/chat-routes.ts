import * as z from 'zod';
import type { Chat, ChatMessage } from '../../world/post-office.ts';
import type { World } from '../../world/world.ts';
import type { Json } from '../entities/entity-shape.ts';
import type { GraphHandler, GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option, strangeOption } from '../wire/query-options.ts';
import { badRequest, type GraphReply, parseBody, refuse, reply } from '../wire/reply.ts';

/** `https://graph.microsoft.com/v1.0/users('id')`, also with a slash; the host may be another one of Graph's. */
const bind = z.string().regex(/^https:\/\/[^/]+\/(?:v1\.0|beta)\/users(?:\('[^']+'\)|\/[^/]+)$/);
const member = z.looseObject({
  '@odata.type': z.literal('#microsoft.graph.aadUserConversationMember'),
  roles: z.array(z.enum(['owner', 'guest'])).min(1),
  'user@odata.bind': bind,
});
const chatSchema = z.looseObject({ chatType: z.literal('oneOnOne'), members: z.array(member).length(2) });
const messageSchema = z.looseObject({
  importance: z.enum(['normal', 'high', 'urgent']).nullish(),
  body: z.object({ contentType: z.enum(['html', 'text']).nullish(), content: z.string().min(1) }),
});

const time = (at: number): string => new Date(at).toISOString();
const idIn = (address: string): string =>
  /users(?:\('([^']+)'\)|\/(.+))$/.exec(address)?.slice(1).find(Boolean) ?? '';

/** Teams takes messages of about so many bytes (https://learn.microsoft.com/microsoftteams/limits-specifications-teams). */
const largestMessage = 28_000;

function openChat(world: World, request: GraphRequest): GraphReply {
  const read = parseBody(chatSchema, request.body);
  if (!read.ok) return read.refusal;
  const people = read.value.members.map((each) => world.directory.find(idIn(each['user@odata.bind'])));
  const [one, other] = people;
  if (one === undefined || other === undefined)
    return refuse(404, 'NotFound', 'One of the members is not found in the tenant.');
  if (one.id === other.id) return badRequest('Duplicate chat members are specified in the request body.');
  if (one.id !== request.token.userId && other.id !== request.token.userId)
    return refuse(403, 'Forbidden', 'The caller has to be one of the members of the chat.');
  return reply(201, chatJson(world.postOffice.openChat(one.id, other.id), request));
}

const chatJson = (chat: Chat, request: GraphRequest): Json => ({
  '@odata.context': `${request.baseUrl}/$metadata#chats/$entity`,
  id: chat.id,
  topic: null,
  createdDateTime: time(chat.createdAt),
  lastUpdatedDateTime: time(chat.messages.at(-1)?.sentAt ?? chat.createdAt),
  chatType: 'oneOnOne',
});

const messageJson = (world: World, chat: Chat, message: ChatMessage): Json => ({
  id: message.id,
  messageType: 'message',
  createdDateTime: time(message.sentAt),
  lastModifiedDateTime: time(message.sentAt),
  chatId: chat.id,
  importance: message.importance,
  locale: 'en-us',
  from: {
    application: null,
    device: null,
    user: {
      '@odata.type': '#microsoft.graph.teamworkUserIdentity',
      id: message.senderId,
      displayName: world.directory.find(message.senderId)?.displayName ?? null,
      userIdentityType: 'aadUser',
    },
  },
  body: { contentType: message.contentType, content: message.content },
  attachments: [],
  mentions: [],
  reactions: [],
});

function write(world: World, chat: Chat, request: GraphRequest): GraphReply {
  const read = parseBody(messageSchema, request.body);
  if (!read.ok) return read.refusal;
  const { importance, body } = read.value;
  if (Buffer.byteLength(body.content) > largestMessage)
    return refuse(413, 'RequestEntityTooLarge', 'The message is too large.');
  const message = world.postOffice.write(chat, {
    senderId: request.token.userId ?? '',
    contentType: body.contentType ?? 'text',
    content: body.content,
    importance: importance ?? 'normal',
  });
  const context = `${request.baseUrl}/$metadata#chats('${encodeURIComponent(chat.id)}')/messages/$entity`;
  return reply(201, { '@odata.context': context, ...messageJson(world, chat, message) });
}

/** Newest first, fifty a page at most (https://learn.microsoft.com/graph/api/chat-list-messages, read 2026-11-29). */
function list(world: World, chat: Chat, request: GraphRequest): GraphReply {
  const strange = strangeOption(request, ['$top', '$orderby']);
  if (strange !== undefined) return badRequest(`The query option '${strange}' is not supported here.`);
  const order = option(request, '$orderby') ?? 'createdDateTime desc';
  if (!/^(createdDateTime|lastModifiedDateTime) desc$/.test(order))
    return badRequest('Only descending order by createdDateTime or lastModifiedDateTime is supported.');
  const top = Number(option(request, '$top') ?? 20);
  if (!Number.isInteger(top) || top < 1 || top > 50) return badRequest('The value of $top is 1 to 50.');
  const value = chat.messages.toReversed().slice(0, top);
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#chats('${encodeURIComponent(chat.id)}')/messages`,
    '@odata.count': value.length,
    value: value.map((message) => messageJson(world, chat, message)),
  });
}

/** Chats of two, as people have them: no application takes part in one. */
export function chatRoutes(world: World): GraphRoute[] {
  const inChat =
    (act: (world: World, chat: Chat, request: GraphRequest) => GraphReply): GraphHandler =>
    (request) => {
      const chat = world.postOffice.findChat(request.params.chat ?? '');
      if (chat === undefined) return refuse(404, 'NotFound', 'The chat is not found.');
      if (!chat.memberIds.some((id) => id === request.token.userId))
        return refuse(403, 'Forbidden', 'The caller is not a member of the chat.');
      return act(world, chat, request);
    };
  const { openChat: opening, writeChat, readChat } = permissions;
  const path = '/chats/:chat/messages';
  return [
    { method: 'POST', path: '/chats', permission: opening, handle: (request) => openChat(world, request) },
    { method: 'POST', path, permission: writeChat, handle: inChat(write) },
    { method: 'GET', path, permission: readChat, handle: inChat(list) },
  ];
}
