import type { PersonId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { unreadable } from '../wire/odata-page.ts';

const chatSchema = z.looseObject({ id: z.string().min(1) });

/** Graph wants the people of a chat by their addresses in the public service, wherever the request goes. */
const memberOf = (personId: PersonId) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: ['owner'],
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${personId}')`,
});

/**
 * The id of the chat of two people. There is one at most: asked for again, it is the same
 * (https://learn.microsoft.com/graph/api/chat-post, read 2026-11-29), so this may be repeated.
 */
export async function openChat(
  client: GraphClient,
  asker: OperatorAsker,
  other: PersonId,
): Promise<Result<string, GraphProblem>> {
  const answer = await client.request({
    ...rightsOf(asker),
    method: 'POST',
    path: '/chats',
    body: { chatType: 'oneOnOne', members: [memberOf(asker.operator.personId), memberOf(other)] },
    kind: 'chat',
    retry: 'safe',
  });
  if (!answer.ok) return answer;
  const chat = chatSchema.safeParse(answer.value.body);
  return chat.success ? ok(chat.data.id) : refused(unreadable('Graph gave a chat without an id'));
}
