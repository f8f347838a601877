import { silentLogger } from '@switchboard/kit/logger';
import { ok } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { claimMessages } from '@switchboard/store/messages/claim-message';
import { describe, expect, test } from 'vitest';
import {
  jan,
  lost,
  mailToJan,
  messageDesk as openDesk,
  problem,
  throttled,
} from '../handle/message-desk.testing.ts';
import { MessageSender } from './message-sender.ts';

/** The desk with two servers that send. */
async function messageDesk() {
  const desk = await openDesk();
  let count = 0;
  const newId = (): string => `lease-${(count += 1)}`;
  const serverOn = (store: Store) => {
    const sender = new MessageSender({ ...desk, store, newId, log: silentLogger });
    return async (): Promise<void> => {
      await sender.take();
      await sender.drain();
    };
  };
  return { ...desk, serve: serverOn(desk.store), serveElsewhere: serverOn(desk.other) };
}

const states = async (desk: Awaited<ReturnType<typeof messageDesk>>) =>
  (await desk.kept()).map(({ state }) => state);
const sendings = (desk: Awaited<ReturnType<typeof messageDesk>>) =>
  desk.asked.filter(({ method, path }) => method === 'POST' && path !== '/chats');

describe('a mail', () => {
  test('is sent once, whichever server is there, in the operator’s name', async () => {
    const desk = await messageDesk();
    expect(await desk.ask(mailToJan)).toBe('taken');
    await Promise.all([desk.serve(), desk.serveElsewhere()]);
    await desk.serve();
    expect(sendings(desk)).toMatchObject([
      {
        path: '/me/sendMail',
        token: 'token for Mail.Send',
        body: {
          message: {
            subject: 'K. Bauer heeft gebeld',
            toRecipients: [{ emailAddress: { address: jan.mail, name: jan.name } }],
          },
        },
      },
    ]);
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
  });

  test('that Microsoft wants later is tried then, and no sooner', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = () => throttled;
    await desk.ask(mailToJan);
    await desk.serve();
    expect(await states(desk)).toEqual([{ name: 'waiting', dueAt: desk.clock.now() + 20_000 }]);
    desk.graphIs.answering = () => undefined;
    desk.clock.advance(19_999);
    await desk.serve();
    expect(sendings(desk)).toHaveLength(1);
    desk.clock.advance(1);
    await desk.serveElsewhere();
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
  });

  test('of which the answer is lost is never sent again by itself, and is sent when it is found', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = ({ method }) => (method === 'POST' ? lost : { value: [] });
    await desk.ask(mailToJan);
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'doubtful' }]);
    desk.clock.advance(3_000);
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'doubtful', dueAt: desk.clock.now() + 15_000 }]);
    const found = { internetMessageHeaders: [{ name: 'x-switchboard-message', value: 'm1' }] };
    desk.graphIs.answering = () => ({ value: [found] });
    desk.clock.advance(15_000);
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
    expect(sendings(desk)).toHaveLength(1);
    expect(desk.asked.at(-1)).toMatchObject({ method: 'GET', token: 'token for Mail.ReadBasic' });
  });

  test('in doubt stays so where nobody may look, until its operator sends it again, knowing what they do', async () => {
    const desk = await messageDesk();
    desk.withoutToken.set('Mail.ReadBasic', { code: 'askConsent', message: '', scopes: [] });
    desk.graphIs.answering = () => lost;
    await desk.ask(mailToJan);
    await desk.serve();
    for (const pause of [3_000, 15_000, 60_000, 600_000]) {
      desk.clock.advance(pause);
      await desk.serve();
    }
    expect(await states(desk)).toEqual([{ name: 'doubtful', since: expect.any(Number) }]);
    expect(sendings(desk)).toHaveLength(1);
    desk.graphIs.answering = () => undefined;
    const wish = { type: 'wishMessage', messageId: 'm1' } as const;
    expect(await desk.ask({ ...wish, wish: 'tryAgain' })).toEqual({ code: 'notNow' });
    expect(await desk.ask({ ...wish, wish: 'sendAgain' })).toBe('taken');
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
    expect(sendings(desk)).toHaveLength(2);
  });

  test('that a server died over is in doubt for the next one, and is not sent by it', async () => {
    const desk = await messageDesk();
    await desk.ask(mailToJan);
    desk.graphIs.answering = () => {
      throw new Error('the server dies here');
    };
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'sending' }]);
    desk.graphIs.answering = () => ({ value: [] });
    desk.clock.advance(90_000);
    await desk.serveElsewhere();
    expect(await states(desk)).toMatchObject([{ name: 'doubtful' }]);
    expect(sendings(desk)).toHaveLength(1);
  });

  test('that a server died over before it left is sent by the next one', async () => {
    const desk = await messageDesk();
    await desk.ask(mailToJan);
    const { store, clock } = desk;
    const now = clock.now();
    await claimMessages(store, { lease: 'of a server that dies', now, until: now + 90_000, limit: 9 });
    await desk.serveElsewhere();
    expect(sendings(desk)).toEqual([]);
    clock.advance(90_000);
    await desk.serveElsewhere();
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
  });

  test('whose token Graph does not take, nor a fresh one, wants its operator to sign in', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = () => problem('unauthorized', 401);
    await desk.ask(mailToJan);
    await desk.serve();
    expect(await states(desk)).toEqual([{ name: 'failed', why: 'signIn' }]);
    const [sending] = sendings(desk);
    expect(await sending?.freshToken?.()).toEqual(ok('fresh token for Mail.Send'));
  });

  test.each([
    [{ code: 'askConsent', message: '', scopes: [] }, 'noRight'],
    [{ code: 'askConsent', message: '', scopes: [], claims: '{}' }, 'signIn'],
    [{ code: 'signIn', message: '', scopes: [] }, 'signIn'],
  ] as const)('without a token (%#) has failed: %s', async (refusal, why) => {
    const desk = await messageDesk();
    await desk.ask(mailToJan);
    desk.withoutToken.set('Mail.Send', refusal);
    await desk.serve();
    expect(await states(desk)).toEqual([{ name: 'failed', why }]);
    expect(desk.asked).toEqual([]);
    desk.withoutToken.clear();
    await desk.ask({ type: 'wishMessage', messageId: 'm1', wish: 'tryAgain' });
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
  });
});

describe('a chat message', () => {
  const chat = { ...mailToJan, way: 'chat' } as const;
  const chatOfTwo = '19:olga_jan@unq.gbl.spaces';

  test('goes into the chat of the two, which is asked for once', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = ({ path }) => (path === '/chats' ? { id: chatOfTwo } : throttled);
    await desk.ask(chat);
    await desk.serve();
    desk.graphIs.answering = () => ({ id: '1' });
    desk.clock.advance(20_000);
    await desk.serve();
    expect(desk.asked.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/chats',
      `/chats/${chatOfTwo}/messages`,
      `/chats/${chatOfTwo}/messages`,
    ]);
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
  });

  test('whose chat could not be asked for waits: that leaves no doubt', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = () => lost;
    await desk.ask(chat);
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'waiting' }]);
  });

  test('in doubt is found by its words', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = ({ path }) => (path === '/chats' ? { id: chatOfTwo } : lost);
    await desk.ask(chat);
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'doubtful' }]);
    const [kept] = await desk.kept();
    desk.graphIs.answering = () => ({
      value: [
        {
          createdDateTime: new Date(desk.clock.now()).toISOString(),
          from: { user: { id: kept?.message.operatorId } },
          body: { contentType: 'html', content: '<p>K. Bauer heeft gebeld.</p>' },
        },
      ],
    });
    desk.clock.advance(3_000);
    await desk.serve();
    expect(await states(desk)).toMatchObject([{ name: 'sent' }]);
    expect(sendings(desk)).toHaveLength(1);
  });

  test('that its operator may not write has failed', async () => {
    const desk = await messageDesk();
    desk.graphIs.answering = () => problem('forbidden', 403);
    await desk.ask(chat);
    await desk.serve();
    expect(await states(desk)).toEqual([{ name: 'failed', why: 'noRight' }]);
  });
});
