import type { LookOutcome } from '@switchboard/domain/message/message-outcome';
import type { Instant } from '@switchboard/kit/clock';
import * as z from 'zod';
import { type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { htmlParagraphs } from '../mail/html-of-text.ts';
import { maybe, oneSpelling, text } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { textFromHtml } from '../wire/text-from-html.ts';

/** The clocks of Microsoft and ours may differ by so much; an earlier message of the same words is older. */
const slackMs = 10_000;
const mostLookedAt = 50;

const messageSchema = z.looseObject({
  createdDateTime: text,
  from: maybe(z.looseObject({ user: maybe(z.looseObject({ id: text })) })),
  body: maybe(z.looseObject({ contentType: text, content: text })),
});

/**
 * Whether a message of the operator with these words stands in the chat. Needs `Chat.Read`; without it the answer is
 * `unknown`. A chat message has no place for an id of ours: it is known by who wrote it, when, and its words.
 *
 * @param since when the request left
 */
export async function findChatMessage(
  client: GraphClient,
  asker: OperatorAsker,
  { chatId, body, since }: { readonly chatId: string; readonly body: string; readonly since: Instant },
): Promise<LookOutcome> {
  const answer = await client.request({
    ...rightsOf(asker),
    method: 'GET',
    path: `/chats/${encodeURIComponent(chatId)}/messages?$top=${mostLookedAt}&$orderby=createdDateTime%20desc`,
    kind: 'chat',
    retry: 'safe',
  });
  const page = answer.ok ? readODataPage(answer.value.body, 'chat messages') : answer;
  if (!page.ok) return 'unknown';
  const words = textFromHtml(htmlParagraphs(body));
  const isThere = page.value.value.some((item) => {
    const message = messageSchema.safeParse(item);
    if (!message.success) return false;
    const { createdDateTime, from, body: said } = message.data;
    const writer = oneSpelling(from?.user?.id ?? '');
    const at = Date.parse(createdDateTime ?? '');
    return (
      writer === asker.operator.personId &&
      at >= since - slackMs &&
      textFromHtml(said?.content ?? '') === words
    );
  });
  return isThere ? 'there' : 'notThere';
}
