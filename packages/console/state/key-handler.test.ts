import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { me, samplePeople, talkingCall, waitingCall } from '../testing/sample-office.testing.ts';
import { type FocusAt, type FocusPlace, handleKey } from './key-handler.ts';
import { type KeyPress, keyActions, keyMap } from './key-map.ts';

describe('The keys', () => {
  let desk: Desk;
  let shown: number;
  beforeEach(() => {
    desk = openDesk();
    shown = 0;
  });
  const press = (
    key: string,
    place: FocusPlace,
    differences: Partial<KeyPress> = {},
    at: Partial<FocusAt> = {},
  ): boolean =>
    handleKey(
      {
        key,
        ctrlKey: false,
        altKey: false,
        metaKey: false,
        shiftKey: false,
        altGraph: false,
        repeat: false,
        ...differences,
      },
      { place, isAtEnd: true, ...at },
      { actions: desk.actions, model: desk.model, showKeys: () => (shown += 1) },
    );
  const focus = (): string | undefined => desk.actions.focus.getSnapshot()?.place;

  it('are none that a browser or Windows keeps', () => {
    const kept = ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Tab', ' '];
    expect(keyActions.map((action) => keyMap[action].key).filter((key) => kept.includes(key))).toEqual([]);
  });

  it('are each for one action', () => {
    const keys = keyActions.map((action) => `${keyMap[action].with ?? ''} ${keyMap[action].key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leave Enter to the button that has the focus', () => {
    desk.line.welcome([waitingCall(desk.clock.now())]);
    expect(press('Enter', 'control')).toBe(false);
    expect(desk.line.commands()).toEqual([]);
    expect(press('Enter', 'page')).toBe(true);
    expect(desk.line.commands()).toHaveLength(1);
  });

  it('act once while Enter is held down', () => {
    const now = desk.clock.now();
    desk.line.welcome([waitingCall(now), waitingCall(now, { callId: 'call-2' })]);
    press('Enter', 'page');
    desk.line.put(
      waitingCall(now, { state: 'connecting', operator: { operatorId: me.operatorId, name: '' }, can: [] }),
    );
    expect(press('Enter', 'page', { repeat: true })).toBe(true);
    expect(desk.line.commands()).toHaveLength(1);
  });

  it('leave menus, dialogs and other fields alone', () => {
    for (const key of ['Enter', 'Escape', 'F8', 'a', '?']) expect(press(key, 'foreign')).toBe(false);
    expect(press('F9', 'field')).toBe(false);
    expect(focus()).toBeUndefined();
  });

  it('bring typing from anywhere into the search, and leave the letter to the browser', () => {
    expect(press('j', 'page')).toBe(false);
    expect(focus()).toBe('search');
  });

  it.each([
    ['Ctrl+C', 'c', { ctrlKey: true }],
    ['Alt+D', 'd', { altKey: true }],
    ['Cmd+R', 'r', { metaKey: true }],
    ['a key without a character', 'Shift', {}],
  ])('do not take %s for typing', (_, key, differences) => {
    expect(press(key, 'page', differences)).toBe(false);
    expect(focus()).toBeUndefined();
  });

  it('take a character of AltGr and a letter beyond the first plane for typing', () => {
    press('@', 'page', { ctrlKey: true, altKey: true, altGraph: true });
    expect(desk.actions.focus.getSnapshot()?.count).toBe(1);
    press('𠮷', 'page');
    expect(desk.actions.focus.getSnapshot()?.count).toBe(2);
  });

  it('leave the space bar to a button', () => {
    press(' ', 'control');
    expect(focus()).toBeUndefined();
  });

  it('show the list at "?" outside fields and write it into the search', () => {
    expect(press('?', 'search', { shiftKey: true })).toBe(false);
    expect(shown).toBe(0);
    expect(press('?', 'control', { shiftKey: true })).toBe(true);
    expect(shown).toBe(1);
  });

  it('go to the calls with F4, and not with Ctrl+F4', () => {
    expect(press('F4', 'search', { ctrlKey: true })).toBe(false);
    expect(press('F4', 'search')).toBe(true);
    expect(focus()).toBe('calls');
  });

  describe('with a call', () => {
    const call = () => talkingCall(desk.clock.now());
    beforeEach(() => desk.line.welcome([call()]));
    const commands = (): readonly string[] => desk.line.commands().map((each) => each.type);
    const find = (): void => {
      desk.model.search.type('jan');
      const id = desk.line.searches().at(-1)?.id ?? '';
      desk.line.say({
        type: 'people',
        id,
        people: [...samplePeople(desk.clock.now())],
        total: 1,
        more: false,
      });
    };

    it.each([
      ['Enter', {}, { type: 'transfer' }],
      ['Shift+Enter', { shiftKey: true }, { type: 'consult' }],
      ['Ctrl+Enter', { ctrlKey: true }, { type: 'transfer', leave: true }],
    ])('%s hands over in its own manner', (_, held, command) => {
      find();
      expect(press('Enter', 'search', held)).toBe(true);
      expect(desk.line.commands()).toMatchObject([command]);
    });

    it('Shift+F9 parks', () => {
      press('F9', 'search', { shiftKey: true });
      expect(commands()).toEqual(['park']);
    });

    it('letters are typed until F4, and act on the call that has the focus until they did', () => {
      expect(press('p', 'control')).toBe(false);
      expect(commands()).toEqual([]);
      press('F4', 'search');
      expect(press('p', 'control', {}, { callId: 'call-1' })).toBe(true);
      expect(commands()).toEqual(['park']);
      expect(desk.actions.letters.getSnapshot()).toBe('none');
      expect(focus()).toBe('search');
      expect(press('p', 'control')).toBe(false);
    });

    it('a letter that the call does not allow is typed', () => {
      press('F4', 'search');
      expect(press('r', 'control', {}, { callId: 'call-1' })).toBe(false);
      expect(focus()).toBe('search');
      expect(commands()).toEqual([]);
    });

    it('E ends a call at the second press only', () => {
      press('F4', 'search');
      press('e', 'control', {}, { callId: 'call-1' });
      expect(commands()).toEqual([]);
      press('e', 'control', {}, { callId: 'call-1' });
      expect(commands()).toEqual(['hangUp']);
    });

    it('T shows the timeline, of an ended call, too', () => {
      desk.line.put({ ...call(), state: 'ended', ended: 'callerHungUp', can: [] });
      press('F4', 'search');
      expect(press('t', 'control', {}, { callId: 'call-1' })).toBe(true);
      expect(commands()).toEqual(['readTimeline']);
    });

    it('A takes a call back on, and D is done with it', () => {
      const callBack = {
        callBackId: 'cb',
        callId: 'x',
        queueId: 'queue-main',
        number: '1',
        dial: '1',
        why: 'promised' as const,
        calls: 1,
        tries: 0,
        promisedAt: 0,
      };
      desk.line.say({ type: 'callBack', seq: 5, callBack: { ...callBack, state: 'open' } });
      press('F4', 'search');
      press('a', 'control', {}, { callBackId: 'cb' });
      expect(desk.line.commands()).toMatchObject([{ type: 'callBack', to: 'taken' }]);
    });

    it('→ behind the text goes to the person chosen, where digits choose the line and letters act', () => {
      expect(press('ArrowRight', 'search')).toBe(false);
      find();
      expect(press('ArrowRight', 'search', {}, { isAtEnd: false })).toBe(false);
      expect(press('ArrowRight', 'search')).toBe(true);
      expect(focus()).toBe('person');
      press('3', 'control');
      expect(desk.actions.handing.line.getSnapshot()).toBe('mobile');
      expect(press('Enter', 'control')).toBe(false);
      expect(press('Enter', 'control', { shiftKey: true })).toBe(true);
      expect(desk.line.commands()).toMatchObject([{ type: 'consult', to: { line: 'mobile' } }]);
    });

    it('V goes to voicemail after →, and Esc goes back to the search first', () => {
      find();
      press('ArrowRight', 'search');
      press('Escape', 'control');
      expect(desk.model.search.state.getSnapshot().text).toBe('jan');
      expect(focus()).toBe('search');
      expect(press('v', 'control')).toBe(false);
      press('ArrowRight', 'search');
      press('v', 'control');
      expect(desk.line.commands()).toMatchObject([{ type: 'transfer', voicemail: true }]);
    });

    it('no key does anything that a button of a dialog has', () => {
      press('F4', 'search');
      expect(press('p', 'foreign', {}, { callId: 'call-1' })).toBe(false);
      expect(commands()).toEqual([]);
    });
  });
});
