import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const mail = (change: object = {}) => ({
  message: {
    subject: 'K. Bauer called',
    body: { contentType: 'HTML', content: '<p>Please call back.</p>' },
    toRecipients: [{ emailAddress: { address: 'jan.devries@contoso.example', name: 'Jan de Vries' } }],
    internetMessageHeaders: [{ name: 'x-switchboard-message', value: '0192-a' }],
    ...change,
  },
});
const token = tokens.user(eva, 'Mail.Send');
const reader = tokens.user(eva, 'Mail.ReadBasic');
const send = (body: unknown, by = token) => bench.post('/me/sendMail', body, { token: by });

describe('sending mail', () => {
  test('is accepted without a word, arrives, and stands among those sent, with its headers where they are asked for', async () => {
    expect(await send(mail())).toMatchObject({ status: 202 });
    expect(bench.world.postOffice.mails).toMatchObject([
      { senderId: eva, subject: 'K. Bauer called', contentType: 'html', importance: 'normal' },
    ]);
    const sent = '/me/mailFolders/sentitems/messages';
    const plain = await bench.get(sent, { token: reader });
    expect(plain.body.value).toMatchObject([{ subject: 'K. Bauer called', isDraft: false }]);
    expect(plain.body.value).not.toMatchObject([{ internetMessageHeaders: expect.anything() }]);
    const filter = encodeURIComponent('sentDateTime ge 2026-11-23T08:59:00.000Z');
    const query = `$filter=${filter}&$orderby=sentDateTime%20desc&$select=internetMessageHeaders,sentDateTime&$top=50`;
    expect((await bench.get(`${sent}?${query}`, { token: reader })).body.value).toEqual([
      {
        sentDateTime: '2026-11-23T09:00:00Z',
        internetMessageHeaders: [{ name: 'x-switchboard-message', value: '0192-a' }],
      },
    ]);
    const later = encodeURIComponent('sentDateTime ge 2026-11-23T09:00:01Z');
    expect((await bench.get(`${sent}?$filter=${later}`, { token: reader })).body.value).toEqual([]);
  });

  test.each([
    [mail({ toRecipients: [] }), 'ErrorInvalidRecipients'],
    [mail({ toRecipients: [{ emailAddress: { address: 'jan' } }] }), 'ErrorInvalidRecipients'],
    [mail({ internetMessageHeaders: [{ name: 'received', value: '1' }] }), 'InvalidInternetMessageHeader'],
    [{}, 'BadRequest'],
    [{ ...mail(), urgent: true }, 'BadRequest'],
  ])('of the body %# is refused', async (body, code) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { error: { code } } });
    expect(bench.world.postOffice.mails).toEqual([]);
  });

  test('needs the permission, and to read what was sent another one', async () => {
    expect((await send(mail(), reader)).status).toBe(403);
    expect((await bench.get('/me/mailFolders/sentitems/messages', { token })).status).toBe(403);
    expect((await bench.get('/me/mailFolders/inbox/messages', { token: reader })).status).toBe(404);
  });

  test('may be done while its answer is lost, and is throttled as all of Outlook', async () => {
    bench.faults.set({ silence: { next: 1, kinds: ['mail'], done: 'always' } });
    await expect(
      bench.post('/me/sendMail', mail(), { token, signal: AbortSignal.timeout(300) }),
    ).rejects.toThrow();
    expect(bench.world.postOffice.mails).toHaveLength(1);
    bench.faults.set({ throttle: { next: 1, kinds: ['mail'], retryAfterSeconds: 7 } });
    const throttled = await send(mail());
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get('retry-after')).toBe('7');
    expect(bench.world.postOffice.mails).toHaveLength(1);
  });

  test('of somebody without a mailbox is refused', async () => {
    const person = bench.world.directory.find(jan);
    if (person !== undefined) bench.world.calendars.takeMailbox(person);
    expect(await send(mail(), tokens.user(jan, 'Mail.Send'))).toMatchObject({
      status: 404,
      body: { error: { code: 'MailboxNotEnabledForRESTAPI' } },
    });
  });
});
