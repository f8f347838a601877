import { type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { htmlPage } from './html-of-text.ts';
import { type SendingAnswer, sendingProblem } from './sending-answer.ts';

/** A mail to one person, from the mailbox of the operator who asks. */
export interface MailToSend {
  /** Ours; goes along as a header, by which the mail is known again among those sent. */
  readonly messageId: string;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Of the text: `nl`. */
  readonly language: string;
  readonly isUrgent: boolean;
}

/** Headers of one's own begin with `x-` (https://learn.microsoft.com/graph/api/resources/internetmessageheader, read 2026-11-29). */
export const messageHeader = 'x-switchboard-message';

/**
 * Sends a mail once. Graph accepts it with 202 and without an id, and sends it in its own time; what it cannot deliver
 * comes back to the operator's mailbox as any other mail (https://learn.microsoft.com/graph/api/user-sendmail).
 */
export async function sendMail(
  client: GraphClient,
  asker: OperatorAsker,
  mail: MailToSend,
): Promise<SendingAnswer> {
  const sent = await client.request({
    ...rightsOf(asker),
    method: 'POST',
    path: '/me/sendMail',
    body: {
      message: {
        subject: mail.subject,
        importance: mail.isUrgent ? 'high' : 'normal',
        body: { contentType: 'HTML', content: htmlPage(mail.body, mail.language) },
        toRecipients: [{ emailAddress: { address: mail.address, name: mail.name } }],
        internetMessageHeaders: [{ name: messageHeader, value: mail.messageId }],
      },
      saveToSentItems: true,
    },
    clientRequestId: mail.messageId,
    kind: 'mail',
    retry: 'never',
    mailbox: asker.operator.personId,
  });
  return sent.ok ? { outcome: { type: 'sent' } } : sendingProblem(sent.refusal, 'noMailbox');
}
