import type { MessageView } from '@switchboard/contract/views/message-view';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../testing/fake-line.testing.ts';
import { talkingCall } from '../../testing/sample-office.testing.ts';
import { KeyEdit } from '../key-edit.ts';
import { type FocusAt, handleKey } from '../key-handler.ts';
import type { KeyPress } from '../key-map.ts';
import { shippedProfiles } from '../key-profile.ts';

const pressed = (key: string): KeyPress => ({
  ...{ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, altGraph: false },
  repeat: false,
});
const view = (messageId: string, state: MessageView['state'], can: MessageView['can']): MessageView => ({
  ...{ messageId, way: 'mail', personId: 'jan', recipient: 'Jan', since: 1, tries: 1, state, can },
  ...(state === 'waiting' ? {} : { text: 'About the lift.', written: { text: 'About the lift.' } }),
});

describe.each(shippedProfiles)('Letters on a message, with the profile %s', (profile) => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
    desk.model.keys.choose(profile);
    desk.line.say({
      type: 'messages',
      messages: [
        view('failed', 'failed', ['tryAgain', 'withdraw']),
        view('doubtful', 'doubtful', ['sendAgain', 'withdraw']),
        view('waiting', 'waiting', ['withdraw']),
        view('away', 'withdrawn', []),
      ],
    });
    desk.actions.focusCalls();
  });
  const press = (key: string, messageId?: string): boolean => {
    const at: FocusAt = { place: 'control', ...(messageId === undefined ? {} : { messageId }) };
    return handleKey(pressed(key), at, { actions: desk.actions, model: desk.model, showKeys: () => {} });
  };
  const asked = () => desk.line.commands().map((each) => ('wish' in each ? [each.messageId, each.wish] : []));

  it('try again, send again and put away, each where it can be done, and give the search the focus', () => {
    for (const [letter, of] of [
      ['a', 'failed'],
      ['S', 'doubtful'],
      ['d', 'waiting'],
    ] as const) {
      expect(press(letter, of)).toBe(true);
      expect(desk.actions.letters.getSnapshot()).toBe('none');
      desk.actions.focusCalls();
    }
    expect(asked()).toEqual([
      ['failed', 'tryAgain'],
      ['doubtful', 'sendAgain'],
      ['waiting', 'withdraw'],
    ]);
  });

  it('do nothing that the message does not allow, nor anything to the call', () => {
    for (const [letter, of] of [
      ['s', 'failed'],
      ['a', 'doubtful'],
      ['e', 'waiting'],
      ['d', 'away'],
      ['h', 'failed'],
    ] as const) {
      expect(press(letter, of)).toBe(false);
      desk.actions.focusCalls();
    }
    expect(desk.line.commands()).toEqual([]);
  });

  it.each(['failed', 'doubtful', 'away'])('open a message again that is %s', (messageId) => {
    expect(press('e', messageId)).toBe(true);
    expect(desk.model.messages.composer.state.getSnapshot()).toMatchObject({ insteadOf: messageId });
    expect(desk.actions.focus.getSnapshot()?.place).toBe('calls');
  });

  it('open a text, read it out, stay there, and close it', () => {
    const { textOf } = desk.model.messages;
    press('t', 'failed');
    desk.clock.advance(5_000);
    expect(textOf.getSnapshot()).toBe('failed');
    expect(desk.said.filter((text) => text === 'About the lift.')).toHaveLength(1);
    expect(desk.actions.letters.getSnapshot()).toBe('calls');
    press('t', 'failed');
    desk.clock.advance(5_000);
    expect(textOf.getSnapshot()).toBeUndefined();
    expect(desk.said.filter((text) => text === 'About the lift.')).toHaveLength(1);
  });

  it('are the operator’s to change, and none is for two', () => {
    const edit = new KeyEdit(desk.model.keys, () => desk.model.texts);
    edit.begin({ kind: 'letter', group: 'messages', name: 'writeAgain' });
    edit.heard(pressed('d'));
    expect(edit.said.getSnapshot()[0]).toContain('D is the letter of “Do not send');
    edit.heard(pressed('o'));
    expect(desk.model.keys.profile.getSnapshot().base).toBe(profile);
    expect(press('e', 'failed')).toBe(false);
    desk.actions.focusCalls();
    expect(press('o', 'failed')).toBe(true);
    expect(desk.model.messages.composer.state.getSnapshot()).toBeDefined();
  });
});
