import type { FastifyInstance } from 'fastify';
import type { Mail } from '../world/post-office.ts';
import type { World } from '../world/world.ts';

/** A mail or a chat message as it arrived. Times are milliseconds since 1970. */
interface PostEntry extends Pick<Mail, 'id' | 'contentType' | 'content' | 'sentAt'> {
  readonly kind: 'mail' | 'chat';
  readonly importance: string;
  /** Names, and of mails the addresses. */
  readonly from: string;
  readonly to: string;
  /** Of a mail. */
  readonly subject?: string;
}

const mostShown = 200;

/** Everything that arrived, mails and chats together, the newest first. */
function postOf({ postOffice, directory }: World): readonly PostEntry[] {
  const nameOf = (id: string): string => directory.find(id)?.displayName ?? id;
  const mails = postOffice.mails.map((mail): PostEntry => {
    const { id, subject, contentType, content, importance, sentAt, senderId, to } = mail;
    return {
      kind: 'mail',
      ...{ id, subject, contentType, content, importance, sentAt },
      from: nameOf(senderId),
      to: to.map(({ name, address }) => `${name} <${address}>`).join(', '),
    };
  });
  const chats = postOffice.chats.flatMap(({ memberIds, messages }) =>
    messages.map(
      ({ senderId, ...message }): PostEntry => ({
        kind: 'chat',
        ...message,
        from: nameOf(senderId),
        to: memberIds
          .filter((id) => id !== senderId)
          .map(nameOf)
          .join(', '),
      }),
    ),
  );
  return [...mails, ...chats].toSorted((one, other) => other.sentAt - one.sentAt).slice(0, mostShown);
}

/** `GET /control/post`: what arrived at Contoso's people. */
export function registerPostControl(app: FastifyInstance, world: World): void {
  app.get('/control/post', () => ({ post: postOf(world) }));
}
