import { personIdOf } from '@switchboard/domain/directory/person-source';
import { putTemplate } from '@switchboard/store/messages/templates';
import { changeTenant } from '@switchboard/store/tenants/tenants';
import { enterOwnContacts, somebody } from '@switchboard/store/testing/enter-people.testing';
import { contoso, now, olga, omar } from '@switchboard/store/testing/sample-tenant.testing';
import { describe, expect, test } from 'vitest';
import { presentMessages } from '../present/present-message.ts';
import { jan, mailToJan, messageDesk } from './message-desk.testing.ts';

const ways = (personId: string) =>
  ({ type: 'readMessageWays', personId, timeZone: 'Europe/London' }) as const;

describe('the ways to somebody', () => {
  test('come with what a message can be made of: their language, their zone, the templates', async () => {
    const desk = await messageDesk();
    const own = { name: 'call', language: 'nl', title: 'Gebeld', subject: 'Gebeld', body: '{caller}' };
    await putTemplate(desk.store, contoso, own, now);
    const answer = await desk.ask(ways('jan'));
    expect(answer).toMatchObject({
      type: 'messageWays',
      id: 'q',
      name: jan.name,
      mail: 'open',
      chat: 'open',
      address: jan.mail,
      language: 'nl',
      timeZone: 'Europe/Amsterdam',
    });
    const { templates } = answer as { templates: { name: string; language: string; title: string }[] };
    expect(templates[0]).toEqual(own);
    expect(templates.filter(({ name, language }) => name === 'call' && language === 'nl')).toHaveLength(1);
    expect(templates.some(({ name, language }) => name === 'call' && language === 'fr')).toBe(true);
  });

  test('are closed with the reason where the operator has no right, or Microsoft does not say', async () => {
    const desk = await messageDesk();
    desk.withoutToken.set('Mail.Send', { code: 'askConsent', message: '', scopes: [] });
    desk.withoutToken.set('Chat.Create', { code: 'unreachable', message: '' });
    expect(await desk.ask(ways('jan'))).toMatchObject({ mail: 'noRight', chat: 'unavailable' });
    desk.withoutToken.set('Chat.Create', { code: 'signIn', message: '', scopes: [] });
    expect(await desk.ask(ways('jan'))).toMatchObject({ chat: 'signIn' });
  });

  test('are those that lead there: no chat with guests, contacts and oneself, no mail without an address', async () => {
    const self = somebody('Olga Lindqvist', { personId: olga, mail: 'olga@contoso.example' });
    const guest = somebody('Gus Guest', { mail: 'gus@fabrikam.example', isGuest: true });
    const desk = await messageDesk([self, guest, somebody('Mute Person')]);
    expect(await desk.ask(ways('gus'))).toMatchObject({ mail: 'open', chat: 'notInTeams' });
    expect(await desk.ask(ways('mute'))).toMatchObject({ mail: 'noAddress', chat: 'open' });
    expect(await desk.ask(ways(olga))).toMatchObject({ mail: 'open', chat: 'yourself' });
    expect(await desk.ask(ways('nobody'))).toEqual({ code: 'personUnknown' });
  });

  test('say the tenant’s language of somebody whose own is not known, or has no templates', async () => {
    const desk = await messageDesk([somebody('Eva Berg', { language: 'sv-SE' })]);
    expect(await desk.ask(ways('eva'))).not.toHaveProperty('language');
    await changeTenant(desk.store, contoso, { language: 'de' });
    expect(await desk.ask(ways('eva'))).toMatchObject({ language: 'de' });
  });

  test('to one’s own contact are one’s own', async () => {
    const desk = await messageDesk();
    const aunt = somebody('Nora Aunt', {
      personId: personIdOf('personal', 'n1'),
      mail: 'nora@fabrikam.example',
    });
    await enterOwnContacts(desk.store, olga, [aunt], now);
    expect(await desk.ask(ways(aunt.personId))).toMatchObject({ mail: 'open', chat: 'notInTeams' });
    expect(await desk.ask(ways(aunt.personId), omar)).toEqual({ code: 'personUnknown' });
    const toAunt = { ...mailToJan, personId: aunt.personId };
    expect(await desk.ask(toAunt, omar)).toEqual({ code: 'personUnknown' });
    expect(await desk.ask(toAunt)).toBe('taken');
  });
});

describe('a message', () => {
  test('is taken once, and refused with the field where it cannot be sent', async () => {
    const desk = await messageDesk([jan, somebody('Mute Person')]);
    expect(await desk.ask({ ...mailToJan, text: ' \n ' })).toMatchObject({
      code: 'malformed',
      field: 'text',
    });
    expect(await desk.ask({ ...mailToJan, subject: ' ' })).toMatchObject({
      code: 'malformed',
      field: 'subject',
    });
    expect(await desk.ask({ ...mailToJan, personId: 'mute' })).toEqual({ code: 'noWay', field: 'mail' });
    expect(await desk.kept()).toEqual([]);
    expect(await desk.ask(mailToJan)).toBe('taken');
    expect(await desk.ask(mailToJan)).toBe('taken');
    expect(await desk.kept()).toHaveLength(1);
  });

  test('about a call that is gone, or of others, stands alone', async () => {
    const desk = await messageDesk();
    expect(await desk.ask({ ...mailToJan, callId: 'long-ago' })).toBe('taken');
    expect((await desk.kept())[0]?.message).not.toHaveProperty('callId');
  });

  test('put away is told of with its text and what it was made of; one that waits is not', async () => {
    const desk = await messageDesk();
    const written = { text: 'Called.', callBack: 'yes' };
    await desk.ask({ ...mailToJan, written });
    const [waiting] = presentMessages(await desk.kept()).messages;
    expect(waiting).not.toHaveProperty('written');
    await desk.ask({ type: 'wishMessage', messageId: 'm1', wish: 'withdraw' });
    expect(presentMessages(await desk.kept()).messages).toMatchObject([
      { state: 'withdrawn', text: mailToJan.text, written, can: [] },
    ]);
  });

  test('is nobody else’s to change', async () => {
    const desk = await messageDesk();
    await desk.ask(mailToJan);
    const wish = { type: 'wishMessage', messageId: 'm1', wish: 'withdraw' } as const;
    expect(await desk.ask(wish, omar)).toEqual({ code: 'messageGone' });
    expect(await desk.ask(wish)).toBe('taken');
    expect(await desk.kept()).toMatchObject([{ state: { name: 'withdrawn' } }]);
  });
});
