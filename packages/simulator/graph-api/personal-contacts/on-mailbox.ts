import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import type { GraphHandler, GraphRequest } from '../wire/graph-request.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';

export const accessDenied = (): GraphReply =>
  refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

export const itemNotFound = (): GraphReply =>
  refuse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

const noMailbox = (id: string): GraphReply =>
  refuse(
    404,
    'MailboxNotEnabledForRESTAPI',
    `The mailbox is either inactive, soft-deleted, or is hosted on-premise: ${id}.`,
  );

/** `isOwn`: an application, or the person themselves; only then everything in it is to be had. */
export type OnMailbox = (
  owner: Person,
  request: GraphRequest,
  isOwn: boolean,
) => GraphReply | Promise<GraphReply>;

/** Finds whose mailbox the path names. It takes its time, since a mailbox takes only so many requests at once. */
export function onMailbox(world: World, act: OnMailbox): GraphHandler {
  return async (request) => {
    const { token } = request;
    const id = request.params.id ?? token.userId ?? '';
    const owner = world.directory.find(id);
    const { outlookLatencyMs } = world.settings;
    if (outlookLatencyMs > 0) {
      await new Promise<void>((resolve) => world.clock.after(outlookLatencyMs, resolve));
    }
    if (!owner) return refuse(404, 'ErrorInvalidUser', `The requested user '${id}' is invalid.`);
    if (!world.calendars.hasMailbox(owner)) return noMailbox(id);
    return act(owner, request, token.userId === undefined || token.userId === owner.id);
  };
}
