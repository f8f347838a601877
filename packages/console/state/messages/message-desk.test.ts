import type { SendMessage } from '@switchboard/contract/commands/message-command';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { MessageView } from '@switchboard/contract/views/message-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, memoryStorage, openDesk } from '../../testing/fake-line.testing.ts';
import { FakeStorage } from '../../testing/fake-storage.testing.ts';
import { samplePeople, talkingCall } from '../../testing/sample-office.testing.ts';

const ways: Omit<MessageWaysRead, 'id' | 'personId'> = {
  ...{ type: 'messageWays', name: 'Jan', mail: 'open', chat: 'open' },
  templates: [
    {
      name: 'call',
      language: 'en',
      title: 'Called',
      subject: '{caller} called',
      body: '{caller} called.\n{text}',
    },
    { name: 'note', language: 'en', title: 'Note', subject: 'A note', body: '{text}' },
  ],
};
const view = (state: MessageView['state'], more: Partial<MessageView> = {}): MessageView => ({
  ...{ messageId: 'm', way: 'mail', personId: 'jan', recipient: 'Jan', since: 1, tries: 1 },
  ...{ state, can: [] },
  ...more,
});

describe('Messages to colleagues', () => {
  let desk: Desk;
  let drafts: FakeStorage;
  const [someone] = samplePeople(0);
  const person = { ...must(someone, 'somebody'), can: ['message' as const] };
  const composer = () => desk.model.messages.composer;
  const form = () => must(composer().state.getSnapshot(), 'a message').form.state.getSnapshot();
  const commands = (type: string) => desk.line.commands().filter((each) => each.type === type);
  const tellWays = (more: Partial<MessageWaysRead> = {}): void => {
    const id = must(commands('readMessageWays').at(-1), 'a question').id;
    desk.line.say({ ...ways, id, personId: person.personId, ...more });
  };
  const write = (): void => {
    desk.actions.messages.toPerson(person);
    tellWays();
    composer().type('text', 'About the lift.');
  };
  /** Everything said aloud, what still waited its turn included. */
  const said = (): readonly string[] => {
    desk.clock.advance(5_000);
    return desk.said;
  };
  const open = (): void => {
    desk = openDesk(memoryStorage(), drafts);
    desk.line.welcome([talkingCall(desk.clock.now())]);
    desk.line.say({ type: 'messages', messages: [] });
  };
  beforeEach(() => {
    drafts = new FakeStorage();
    open();
  });

  it('are sent as they were shown, about the current call, and close when the server has them', () => {
    write();
    const shown = must(composer().composed(), 'the message');
    composer().send();
    expect(form().isSending).toBe(true);
    expect(desk.line.answerLast()).toMatchObject({
      type: 'sendMessage',
      personId: person.personId,
      way: 'mail',
      callId: 'call-1',
      language: 'en',
      subject: shown.subject,
      text: shown.body,
    });
    expect(composer().state.getSnapshot()).toBeUndefined();
    expect(said().at(-1)).toContain('on its way');
  });

  it('lose nothing when they are refused, and say why at the field', () => {
    write();
    composer().send();
    desk.line.answerLast({ code: 'malformed', field: 'text', remedy: 'write something' });
    expect(form().problems.get('text')).toBe('Write something.');
    expect(form().values.text).toBe('About the lift.');
    composer().send();
    desk.line.answerLast({ code: 'noWay', field: 'mail' });
    expect(form().problem).toContain('No mail address');
  });

  it('are there after a reload with the call that they are about, though that has ended', () => {
    write();
    open();
    desk.line.welcome([]);
    desk.actions.messages.toPerson(person);
    tellWays();
    expect(form()).toMatchObject({ isDraft: true, values: { text: 'About the lift.' } });
    const [about] = must(composer().state.getSnapshot(), 'a message').calls;
    composer().type('call', must(about, 'the call').callId);
    expect(composer().composed()?.body).toContain(' called.\nAbout the lift.');
  });

  it('keep their id when the answer is lost, so that the same sent again is one message; typing makes another', () => {
    write();
    composer().send();
    desk.clock.advance(10_000);
    expect(form().problem).toContain('nobody knows');
    composer().send();
    const ids = () => commands('sendMessage').map((each) => 'messageId' in each && each.messageId);
    expect(ids()[1]).toBe(ids()[0]);
    desk.clock.advance(10_000);
    composer().type('text', 'About the lift, floor 3.');
    composer().send();
    expect(ids()[2]).not.toBe(ids()[0]);
  });

  it('are not sent once more when the server has them though its answer was lost', () => {
    write();
    composer().send();
    const sent = must(commands('sendMessage').at(-1), 'the message');
    desk.line.lose();
    desk.line.welcome([talkingCall(desk.clock.now())]);
    expect(composer().state.getSnapshot()).toBeDefined();
    const messageId = 'messageId' in sent ? sent.messageId : '';
    desk.line.say({ type: 'messages', messages: [view('waiting', { messageId })] });
    expect(composer().state.getSnapshot()).toBeUndefined();
  });

  it('are not sent empty, nor where no way leads', () => {
    desk.actions.messages.toPerson(person);
    tellWays();
    composer().type('call', '');
    composer().send();
    expect(form().problems.get('text')).toBe('Write what was said first.');
    tellWays({ mail: 'noRight', chat: 'signIn' });
    composer().type('text', 'Hello');
    composer().send();
    expect(form().problem).toContain('Neither mail nor Teams');
    expect(commands('sendMessage')).toEqual([]);
  });

  it('ask again how somebody can be reached when that failed', () => {
    desk.actions.messages.toPerson(person);
    desk.line.answerLast({ code: 'unavailable' });
    expect(composer().state.getSnapshot()?.ways).toBe('failed');
    composer().readWays();
    tellWays();
    expect(composer().composed()?.way).toBe('mail');
  });

  it('hear that it is not known also when they were closed and opened again before the answer came', () => {
    desk.actions.messages.toPerson(person);
    composer().close();
    desk.actions.messages.toPerson(person);
    desk.line.answerLast({ code: 'unavailable' });
    expect(composer().state.getSnapshot()?.ways).toBe('failed');
  });

  it('say aloud what became of them, once, and complain of what went wrong', () => {
    desk.line.say({ type: 'messages', messages: [view('sending')] });
    desk.line.say({ type: 'messages', messages: [view('sent')] });
    desk.line.say({ type: 'messages', messages: [view('sent')] });
    expect(said().filter((text) => text === 'Message to Jan sent')).toHaveLength(1);
    const failed = view('failed', { messageId: 'n', why: 'noRight' });
    desk.line.say({ type: 'messages', messages: [failed] });
    expect(desk.model.notices.shown.getSnapshot().map(({ text }) => text)).toEqual([
      'The message to Jan was not sent: your rights at Microsoft do not allow it.',
    ]);
  });

  it('say nothing of what went wrong before the page came: that is on the screen', () => {
    const later = openDesk();
    later.line.welcome([]);
    later.line.say({ type: 'messages', messages: [view('failed', { why: 'refused' })] });
    expect(later.model.notices.shown.getSnapshot()).toEqual([]);
  });

  it('are tried again, sent again or left by their operator', () => {
    const doubtful = view('doubtful', { can: ['sendAgain', 'withdraw'] });
    desk.model.messages.wish(doubtful, 'sendAgain');
    expect(desk.line.answerLast()).toMatchObject({ type: 'wishMessage', messageId: 'm', wish: 'sendAgain' });
  });

  describe('opened again', () => {
    /** Written about the call, given away, and come round with what it was made of. */
    const sentAs = (state: MessageView['state'], more: Partial<MessageView> = {}): MessageView => {
      write();
      composer().type('callBack', 'yes');
      composer().type('language', 'nl');
      composer().send();
      const sent = must(commands('sendMessage').at(-1) as SendMessage, 'the message');
      const { messageId, personId, written, text } = sent;
      const round = { messageId, personId, recipient: person.name, text, ...more };
      const message = view(state, { ...round, ...(written === undefined ? {} : { written }) });
      desk.line.say({ type: 'messages', messages: [message] });
      return message;
    };
    const openAgain = (message: MessageView): void => {
      desk.actions.messages.writeAgain(message);
      tellWays();
    };

    it('have everything that was typed and chosen, at another desk too, and the call though it is over', () => {
      const failed = sentAs('failed', { why: 'noRight' });
      const before = must(commands('sendMessage').at(-1) as SendMessage, 'the message');
      drafts = new FakeStorage();
      open();
      desk.line.welcome([]);
      desk.line.say({ type: 'messages', messages: [failed] });
      openAgain(failed);
      expect(form().values).toMatchObject({
        text: 'About the lift.',
        callBack: 'yes',
        language: 'nl',
        messageId: '',
      });
      expect(composer().composed()).toMatchObject({ body: before.text, subject: before.subject });
      expect(said()).toContain(`The message to ${person.name} is open again, as you wrote it`);
    });

    it('are sent as new ones that name the old one, mended', () => {
      const failed = sentAs('failed', { why: 'refused' });
      openAgain(failed);
      composer().type('text', 'About the stairs.');
      composer().send();
      const sent = must(commands('sendMessage').at(-1) as SendMessage, 'the message');
      expect(sent).toMatchObject({ insteadOf: failed.messageId, written: { text: 'About the stairs.' } });
      expect(sent.messageId).not.toBe(failed.messageId);
      expect(sent.written).not.toHaveProperty('messageId');
      desk.line.answerLast();
      expect(composer().state.getSnapshot()).toBeUndefined();
    });

    it('take nothing from what is being written to the same person, nor it from them', () => {
      const failed = sentAs('failed', { why: 'refused' });
      desk.actions.messages.toPerson(person);
      composer().type('text', 'Something else.');
      openAgain(failed);
      expect(said().at(-1)).toContain('What you are writing to them besides is kept');
      composer().type('text', 'About the stairs.');
      composer().close();
      desk.actions.messages.toPerson(person);
      expect(form().values.text).toBe('Something else.');
      openAgain(failed);
      expect(form()).toMatchObject({ isDraft: true, values: { text: 'About the stairs.', callBack: 'yes' } });
      must(composer().state.getSnapshot(), 'a message').form.discard();
      expect(form().values.text).toBe('About the lift.');
      composer().type('text', 'Mended.');
      composer().send();
      desk.line.answerLast();
      desk.actions.messages.toPerson(person);
      expect(form().values.text).toBe('Something else.');
    });

    it('are those of which the server has what they were made of', () => {
      desk.actions.messages.writeAgain(view('failed', { why: 'refused' }));
      expect(composer().state.getSnapshot()).toBeUndefined();
      expect(said().at(-1)).toContain('Not possible');
    });
  });

  it('that are put away say so', () => {
    desk.model.messages.wish(view('waiting', { can: ['withdraw'] }), 'withdraw');
    desk.line.answerLast();
    expect(said().at(-1)).toBe('Message to Jan: put away');
  });

  it('about a call that came back go to whoever did not take it', () => {
    const target = { personId: 'p.9', name: 'Nora Held' };
    const back = talkingCall(desk.clock.now(), { state: 'held', recall: { target, why: 'noAnswer' } });
    desk.actions.messages.aboutCall(back);
    expect(composer().state.getSnapshot()).toMatchObject({
      recipient: target,
      calls: [{ callId: 'call-1', isMissed: true }],
    });
  });

  it('about a call want somebody to be chosen first', () => {
    desk.actions.messages.aboutCall(talkingCall(desk.clock.now()));
    expect(said().at(-1)).toContain('Choose the colleague first');
  });

  it('are not for somebody whom no way leads to', () => {
    desk.actions.messages.toPerson({ ...person, can: [] });
    expect(composer().state.getSnapshot()).toBeUndefined();
    expect(said().at(-1)).toContain('Not possible');
  });
});
