import type { Mail } from '../../world/post-office.ts';
import type { World } from '../../world/world.ts';
import { type EntityShape, outlookRefusal } from '../entities/entity-shape.ts';

const timeOf = ({ sentAt }: Mail): string => new Date(sentAt).toISOString().replace(/\.\d+Z$/, 'Z');

/** Properties of Graph's message (https://learn.microsoft.com/graph/api/resources/message, read 2026-11-29). */
export function mailShape(world: World): EntityShape<Mail> {
  const sender = ({ senderId }: Mail) => {
    const person = world.directory.find(senderId);
    return { emailAddress: { name: person?.displayName ?? '', address: person?.mail ?? '' } };
  };
  const properties: EntityShape<Mail>['properties'] = {
    id: ({ id }) => id,
    createdDateTime: timeOf,
    lastModifiedDateTime: timeOf,
    receivedDateTime: timeOf,
    sentDateTime: timeOf,
    hasAttachments: () => false,
    internetMessageId: ({ id }) => `<${id}@contoso.example>`,
    subject: ({ subject }) => subject,
    importance: ({ importance }) => importance,
    isRead: () => true,
    isDraft: () => false,
    body: ({ contentType, content }) => ({ contentType, content }),
    sender,
    from: sender,
    toRecipients: ({ to }) => to.map((emailAddress) => ({ emailAddress })),
    ccRecipients: () => [],
    bccRecipients: () => [],
    replyTo: () => [],
    internetMessageHeaders: ({ headers }) => headers,
  };
  return {
    type: 'message',
    properties,
    // Headers come only when they are asked for by name.
    defaults: Object.keys(properties).filter((name) => name !== 'internetMessageHeaders'),
    relations: [],
    indexed: new Set(['id', 'sentDateTime', 'receivedDateTime', 'subject', 'importance']),
    ordered: ['sentDateTime', 'receivedDateTime', 'subject'],
    tokenised: ['subject'],
    refuse: outlookRefusal,
  };
}
