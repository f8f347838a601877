import { personId, tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import type { GraphProblem } from '../client/graph-problem.ts';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { findSentMail } from './find-sent-mail.ts';
import { htmlPage, htmlParagraphs } from './html-of-text.ts';
import { sendMail } from './send-mail.ts';

const noor = {
  tenantId: tenantId('contoso'),
  operator: { personId: personId('noor'), token: 'token of noor' },
};
const mail = {
  messageId: '0192-a',
  address: 'jan.devries@contoso.example',
  name: 'Jan de Vries',
  subject: 'K. Bauer called',
  body: 'Dear Jan,\n\nK. Bauer called.\nPlease call back.',
  language: 'nl',
  isUrgent: false,
};
const since = Date.UTC(2026, 10, 29, 9, 0);

describe('a mail', () => {
  test('is sent once from the operator’s own mailbox, with an id of ours, and kept among those sent', async () => {
    const { client, asked } = stubClient({ body: undefined });
    expect(await sendMail(client, noor, mail)).toEqual({ outcome: { type: 'sent' } });
    expect(asked).toEqual([
      {
        tenantId: 'contoso',
        token: 'token of noor',
        mailbox: 'noor',
        method: 'POST',
        path: '/me/sendMail',
        kind: 'mail',
        retry: 'never',
        clientRequestId: '0192-a',
        body: {
          message: {
            subject: 'K. Bauer called',
            importance: 'normal',
            body: {
              contentType: 'HTML',
              content:
                '<html lang="nl"><body><p>Dear Jan,</p><p>K. Bauer called.<br>Please call back.</p></body></html>',
            },
            toRecipients: [
              { emailAddress: { address: 'jan.devries@contoso.example', name: 'Jan de Vries' } },
            ],
            internetMessageHeaders: [{ name: 'x-switchboard-message', value: '0192-a' }],
          },
          saveToSentItems: true,
        },
      },
    ]);
  });

  test('that is urgent says so', async () => {
    const { client, asked } = stubClient({ body: undefined });
    await sendMail(client, noor, { ...mail, isUrgent: true });
    expect(asked[0]).toMatchObject({ body: { message: { importance: 'high' } } });
  });

  test.each<[GraphProblem, object]>([
    [
      { ...problem('invalid', 429, 'TooManyRequests'), kind: 'throttled', retryAfterMs: 7_000 },
      { type: 'later', afterMs: 7_000 },
    ],
    [{ ...problem('invalid', 0, 'ECONNREFUSED'), kind: 'unavailable', sent: 'no' }, { type: 'later' }],
    [{ ...problem('invalid', 0, 'timedOut'), kind: 'unavailable', sent: 'maybe' }, { type: 'doubt' }],
    [{ ...problem('invalid', 503, 'x'), kind: 'unavailable', sent: 'maybe' }, { type: 'doubt' }],
    [
      { ...problem('invalid', 401, 'x'), kind: 'unauthorized' },
      { type: 'refused', why: 'signIn' },
    ],
    [problem('forbidden', 403, 'ErrorSendAsDenied'), { type: 'refused', why: 'noRight' }],
    [problem('gone', 404, 'MailboxNotEnabledForRESTAPI'), { type: 'refused', why: 'noMailbox' }],
    [problem('invalid', 400, 'ErrorInvalidRecipients'), { type: 'refused', why: 'recipientUnknown' }],
    [problem('invalid', 400, 'ErrorInvalidRequest'), { type: 'refused', why: 'refused' }],
  ])('that meets the problem %# is %j', async (met, outcome) => {
    const { client } = stubClient(met);
    expect(await sendMail(client, noor, mail)).toEqual({ outcome, problem: met });
  });
});

describe('a mail in doubt', () => {
  const sought = { messageId: '0192-a', since };
  const header = (value: unknown) => ({ internetMessageHeaders: [{ name: 'X-Switchboard-Message', value }] });

  test('is looked for among those sent since then', async () => {
    const { client, asked } = stubClient({ body: { value: [null, {}, header('other'), header('0192-a')] } });
    expect(await findSentMail(client, noor, sought)).toBe('there');
    expect(decodeURIComponent(asked[0]?.path ?? '')).toBe(
      '/me/mailFolders/sentitems/messages?$filter=sentDateTime ge 2026-11-29T08:59:00.000Z' +
        '&$orderby=sentDateTime desc&$select=internetMessageHeaders,sentDateTime&$top=50',
    );
    expect(asked[0]).toMatchObject({ method: 'GET', retry: 'safe', mailbox: 'noor', token: 'token of noor' });
  });

  test.each([
    [{ body: { value: [header(7), { internetMessageHeaders: 'x' }] } }, 'notThere'],
    [{ body: {} }, 'unknown'],
    [problem('forbidden', 403, 'ErrorAccessDenied'), 'unknown'],
  ])('is not found by the answer %#', async (answer, found) => {
    const { client } = stubClient(answer);
    expect(await findSentMail(client, noor, sought)).toBe(found);
  });
});

test('nothing that somebody calls themselves is markup', () => {
  const name = `<img src=x onerror=alert(1)> "O'Neill" & sons`;
  expect(htmlParagraphs(name)).toBe(
    '<p>&lt;img src=x onerror=alert(1)&gt; &quot;O&#39;Neill&quot; &amp; sons</p>',
  );
  expect(htmlPage('x', '"><script>')).toBe(
    '<html lang="&quot;&gt;&lt;script&gt;"><body><p>x</p></body></html>',
  );
});
