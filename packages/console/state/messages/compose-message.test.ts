import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import { describe, expect, it } from 'vitest';
import { composeMessage, type MessageValues, messageFields } from './compose-message.ts';
import type { MessageFacts } from './message-facts.ts';

const template = (name: string, language: string, body: string, subject = '') => ({
  ...{ name, language, body, subject },
  title: `${name} in ${language}`,
});
const ways: MessageWaysRead = {
  ...{ type: 'messageWays', id: 'q', personId: 'jan', name: 'Jan de Vries', mail: 'open', chat: 'open' },
  templates: [
    template('call', 'nl', '{caller}[ ({number})] belde, {time}.\n{text}\n{wishes}', '{caller} belde'),
    template('call', 'en', '{caller}[ ({number})] called, {time}.\n{text}\n{wishes}', '{caller} called'),
    template('short', 'en', '{caller} called.[ {text}]'),
    template('no-answer', 'en', '{caller} could not reach you.'),
    template('note', 'en', '{text}\n{operator}', 'From {operator}'),
  ],
};
const facts: MessageFacts = {
  ...{ callId: 'c', caller: 'K. Bauer', number: '+49 30 5550100', company: undefined, queue: 'Main' },
  at: Date.UTC(2026, 10, 29, 13, 5),
  isMissed: false,
};
const values = (change: Partial<MessageValues> = {}): MessageValues => ({
  ...(Object.fromEntries(messageFields.map((field) => [field, ''])) as unknown as MessageValues),
  ...change,
});
const writer = { operator: 'Eva Berg', organisation: 'Contoso', language: 'en', timeZone: 'Europe/London' };
const compose = (change: Partial<MessageValues> = {}, about: MessageFacts | null = facts, more = {}) =>
  composeMessage(values(change), about ?? undefined, { ...ways, ...more }, writer);

describe('A message', () => {
  it('is filled from the call, what was said, and what was ticked', () => {
    expect(compose({ text: 'About the lift.', callBack: 'yes', urgent: 'yes' })).toMatchObject({
      way: 'mail',
      language: 'en',
      template: 'call',
      subject: 'Urgent: K. Bauer called',
      body: 'K. Bauer (+49 30 5550100) called, 29 November 2026 at 13:05 GMT.\nAbout the lift.\nPlease call back. It is urgent.',
      isUrgent: true,
    });
  });

  it('is in the colleague’s language and by their clock, unless its operator chooses another', () => {
    const theirs = { language: 'nl', timeZone: 'Europe/Amsterdam' };
    expect(compose({}, facts, theirs).body).toMatch(/^K\. Bauer .* belde, 29 november 2026 om 14:05/);
    expect(compose({ language: 'en' }, facts, theirs).body).toContain('called, 29 November 2026 at 14:05');
  });

  it('takes the template that fits, and another one only where it says something', () => {
    expect(compose().template).toBe('call');
    expect(compose({ way: 'chat' }).template).toBe('short');
    expect(compose({}, { ...facts, isMissed: true }).template).toBe('no-answer');
    const alone = compose({ text: 'Hello', template: 'call' }, null);
    expect(alone).toMatchObject({ template: 'note', subject: 'From Eva Berg', body: 'Hello\nEva Berg' });
    expect(alone.templates.map(({ name }) => name)).toEqual(['note']);
  });

  it('goes the way that is chosen where it leads, else the other, else none', () => {
    expect(compose({ way: 'mail' }, facts, { mail: 'noRight' }).way).toBe('chat');
    expect(compose({}, facts, { mail: 'unavailable' }).way).toBe('mail');
    expect(compose({}, facts, { mail: 'noAddress', chat: 'notInTeams' }).way).toBeUndefined();
  });

  it('names a caller of whom only the number is known by it, once, and one of whom nothing is by a word', () => {
    expect(compose({}, { ...facts, caller: undefined }).body).toContain('+49 30 5550100 called');
    expect(compose({}, { ...facts, caller: undefined, number: undefined }).subject).toBe('A caller called');
  });

  it('has templates titled in the operator’s language, and falls back where a tenant wrote in one alone', () => {
    const one = { templates: [template('visit', 'de', '{caller} ist da.', 'Besuch')] };
    expect(compose({}, facts, one)).toMatchObject({
      template: 'visit',
      body: 'K. Bauer ist da.',
      templates: [{ name: 'visit', title: 'visit in de' }],
    });
    expect(compose({}, facts, { language: 'nl' }).templates[0]?.title).toBe('call in en');
  });
});
