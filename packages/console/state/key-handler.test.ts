import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { me, waitingCall } from '../testing/sample-office.testing.ts';
import { type FocusPlace, handleKey } from './key-handler.ts';
import { type KeyPress, keyActions, keyMap } from './key-map.ts';

describe('The keys', () => {
  let desk: Desk;
  let shown: number;
  beforeEach(() => {
    desk = openDesk();
    shown = 0;
  });
  const press = (key: string, place: FocusPlace, differences: Partial<KeyPress> = {}): boolean =>
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
      { place, isAtEnd: true },
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

  it('go to the calls with F4, and not with Shift+F4', () => {
    expect(press('F4', 'search', { shiftKey: true })).toBe(false);
    expect(press('F4', 'search')).toBe(true);
    expect(focus()).toBe('calls');
  });
});
