import { type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { htmlParagraphs } from '../mail/html-of-text.ts';
import { type SendingAnswer, sendingProblem } from '../mail/sending-answer.ts';

/** A message into a chat, in the name of the operator who asks. */
export interface ChatMessageToSend {
  readonly messageId: string;
  readonly chatId: string;
  /** Plain text. */
  readonly body: string;
  readonly isUrgent: boolean;
}

/**
 * Posts a message once. Graph has no way to post the same one twice without it being there twice.
 * `urgent` of Teams calls the recipient every two minutes, which nobody asked for: an urgent message is `high` here.
 */
export async function sendChatMessage(
  client: GraphClient,
  asker: OperatorAsker,
  { messageId, chatId, body, isUrgent }: ChatMessageToSend,
): Promise<SendingAnswer> {
  const sent = await client.request({
    ...rightsOf(asker),
    method: 'POST',
    path: `/chats/${encodeURIComponent(chatId)}/messages`,
    body: {
      importance: isUrgent ? 'high' : 'normal',
      body: { contentType: 'html', content: htmlParagraphs(body) },
    },
    clientRequestId: messageId,
    kind: 'chat',
    retry: 'never',
  });
  return sent.ok ? { outcome: { type: 'sent' } } : sendingProblem(sent.refusal, 'recipientUnknown');
}
