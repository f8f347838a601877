import type { LookOutcome } from '@switchboard/domain/message/message-outcome';
import type { Instant } from '@switchboard/kit/clock';
import * as z from 'zod';
import { type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { text } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { messageHeader } from './send-mail.ts';

/** The clocks of Microsoft and ours may differ by so much. */
const slackMs = 60_000;
/** Nobody sends more in that time by hand, and we send a few. */
const mostLookedAt = 50;

const mailSchema = z.looseObject({
  internetMessageHeaders: z
    .array(z.looseObject({ name: text, value: text }))
    .nullish()
    .catch(undefined),
});

/**
 * Whether a mail stands among those that the operator sent. Needs `Mail.ReadBasic`; without it the answer is `unknown`.
 *
 * @param since when the request left
 */
export async function findSentMail(
  client: GraphClient,
  asker: OperatorAsker,
  { messageId, since }: { readonly messageId: string; readonly since: Instant },
): Promise<LookOutcome> {
  const from = new Date(since - slackMs).toISOString();
  const query = [
    `$filter=${encodeURIComponent(`sentDateTime ge ${from}`)}`,
    '$orderby=sentDateTime%20desc',
    '$select=internetMessageHeaders,sentDateTime',
    `$top=${mostLookedAt}`,
  ];
  const answer = await client.request({
    ...rightsOf(asker),
    method: 'GET',
    path: `/me/mailFolders/sentitems/messages?${query.join('&')}`,
    kind: 'mail',
    retry: 'safe',
    mailbox: asker.operator.personId,
  });
  const page = answer.ok ? readODataPage(answer.value.body, 'mails') : answer;
  if (!page.ok) return 'unknown';
  const isThere = page.value.value.some((item) => {
    const mail = mailSchema.safeParse(item);
    const headers = mail.success ? (mail.data.internetMessageHeaders ?? []) : [];
    return headers.some(({ name, value }) => name?.toLowerCase() === messageHeader && value === messageId);
  });
  return isThere ? 'there' : 'notThere';
}
