import * as z from 'zod';
import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import { listOutlook } from '../entities/outlook-list.ts';
import { accessDenied, itemNotFound, onMailbox } from '../personal-contacts/on-mailbox.ts';
import type { GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { type GraphReply, parseBody, refuse, reply } from '../wire/reply.ts';
import { mailShape } from './mail-shape.ts';

const recipient = z.object({
  emailAddress: z.object({ address: z.string(), name: z.string().nullish() }),
});
/** Beside the message and where it is kept Graph takes nothing. */
const sendSchema = z.strictObject({
  message: z.looseObject({
    subject: z.string().nullish(),
    importance: z.enum(['low', 'normal', 'high']).nullish(),
    body: z
      .object({
        contentType: z.string().transform((word) => (word.toLowerCase() === 'html' ? 'html' : 'text')),
        content: z.string(),
      })
      .nullish(),
    toRecipients: z.array(recipient).nullish(),
    internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  }),
  saveToSentItems: z.boolean().nullish(),
});

const address = /^[^\s@]+@[^\s@]+$/;

/** Takes a mail and sends it: 202 without a body (https://learn.microsoft.com/graph/api/user-sendmail, read 2026-11-29). */
function sendMail(world: World, owner: Person, request: GraphRequest): GraphReply {
  const read = parseBody(sendSchema, request.body);
  if (!read.ok) return read.refusal;
  const { message, saveToSentItems } = read.value;
  const to = (message.toRecipients ?? []).map(({ emailAddress }) => ({
    address: emailAddress.address,
    name: emailAddress.name ?? emailAddress.address,
  }));
  if (to.length === 0 || !to.every((one) => address.test(one.address)))
    return refuse(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  const headers = message.internetMessageHeaders ?? [];
  const strange = headers.find(({ name }) => !/^x-/i.test(name));
  if (strange !== undefined) {
    const what = `The internet message header name '${strange.name}' should start with 'x-' or 'X-'.`;
    return refuse(400, 'InvalidInternetMessageHeader', what);
  }
  world.postOffice.sendMail({
    senderId: owner.id,
    to,
    subject: message.subject ?? '',
    contentType: message.body?.contentType === 'html' ? 'html' : 'text',
    content: message.body?.content ?? '',
    importance: message.importance ?? 'normal',
    headers,
    isKept: saveToSentItems !== false,
  });
  return reply(202);
}

/** Of all folders only what somebody sent is here: nobody's inbox is read by an attendant console. */
function listSent(world: World, owner: Person, request: GraphRequest): GraphReply {
  if (request.params.folder?.toLowerCase() !== 'sentitems') return itemNotFound();
  return listOutlook(
    {
      shape: mailShape(world),
      entities: world.postOffice.mails.filter(({ senderId, isKept }) => isKept && senderId === owner.id),
      context: `users('${owner.id}')/mailFolders('sentitems')/messages`,
    },
    request,
  );
}

/** Sending mail, and the mails that one has sent. */
export function mailRoutes(world: World): GraphRoute[] {
  const send = onMailbox(world, (owner, request, isOwn) =>
    isOwn ? sendMail(world, owner, request) : accessDenied(),
  );
  const sent = onMailbox(world, (owner, request, isOwn) =>
    isOwn ? listSent(world, owner, request) : accessDenied(),
  );
  const { mySending, sending, mySentMail } = permissions;
  const service = 'outlook';
  return [
    { method: 'POST', path: '/me/sendMail', permission: mySending, service, handle: send },
    { method: 'POST', path: '/users/:id/sendMail', permission: sending, service, handle: send },
    {
      method: 'GET',
      path: '/me/mailFolders/:folder/messages',
      permission: mySentMail,
      service,
      handle: sent,
    },
  ];
}
