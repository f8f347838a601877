import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { talkingCall } from '../testing/sample-office.testing.ts';

describe('The keypad', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    const call = talkingCall(desk.clock.now());
    desk.line.welcome([call]);
    desk.actions.act('sendTones', call);
  });
  const press = (tones: string): void => {
    for (const tone of tones) desk.model.pad.press(tone);
  };
  const sent = (): readonly unknown[] =>
    desk.line.commands().map((each) => (each.type === 'sendTones' ? each.tones : each.type));
  const state = () => desk.model.pad.state.getSnapshot();

  it('sends keys in their order, those pressed meanwhile together and none twice', () => {
    press('12#4');
    expect(sent()).toEqual(['1']);
    expect(state()).toMatchObject({ sent: '', waiting: '12#4' });
    desk.line.answerLast();
    expect(sent()).toEqual(['1', '2#4']);
    desk.line.answerLast();
    expect(state()).toMatchObject({ sent: '12#4', waiting: '' });
    press('*');
    expect(sent()).toEqual(['1', '2#4', '*']);
  });

  it('sends no more at once than the contract takes', () => {
    press(`1${'2'.repeat(40)}`);
    desk.line.answerLast();
    expect(sent()).toEqual(['1', '2'.repeat(32)]);
    desk.line.answerLast();
    expect(sent().at(-1)).toBe('2'.repeat(8));
  });

  it('does not send what came behind keys that were refused', () => {
    press('123');
    desk.line.answerLast({ code: 'notNow' });
    expect(sent()).toEqual(['1']);
    expect(state()).toMatchObject({ sent: '', waiting: '' });
    expect(desk.model.notices.shown.getSnapshot()[0]?.text).toMatch(/^Keypad: /);
  });

  it('takes the keys of a telephone only', () => {
    expect(desk.model.pad.press('a')).toBe(false);
    expect(sent()).toEqual([]);
  });

  it('closes when the call takes no keys any more', () => {
    desk.line.put(talkingCall(desk.clock.now(), { can: ['hangUp'] }));
    expect(state()).toBeUndefined();
    expect(desk.model.pad.press('1')).toBe(false);
  });
});
