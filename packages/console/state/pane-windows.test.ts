import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, memoryStorage, openDesk } from '../testing/fake-line.testing.ts';
import { type FakeWindow, FakeWindows } from '../testing/fake-windows.testing.ts';
import { samplePeople, talkingCall, waitingCall } from '../testing/sample-office.testing.ts';
import { joinWindows } from './join-windows.ts';

describe('The windows of a console', () => {
  let windows: FakeWindows;
  let main: Desk;
  let mainWindow: FakeWindow;
  const start = (window: FakeWindow): Desk => {
    const desk = openDesk(memoryStorage(), undefined, window);
    joinWindows(desk.model, desk.actions);
    desk.line.welcome();
    return desk;
  };
  beforeEach(() => {
    windows = new FakeWindows();
    mainWindow = windows.add();
    windows.focus(mainWindow);
    main = start(mainWindow);
  });
  const out = () => main.model.workplace.windows.out.getSnapshot();
  /** Presses the button, and the browser opens the window. */
  const popOut = (pane: 'people' | 'calls' | 'details' = 'people') => {
    main.model.workplace.panes.toggleWindow(pane);
    const window = windows.add(pane);
    return { window, desk: start(window) };
  };
  const find = ({ model, line }: Desk): void => {
    const id = line.searches().at(-1)?.id ?? '';
    const people = [...samplePeople(line.clock.now())];
    line.say({ type: 'people', id, people, total: people.length, more: false });
    model.clock.now();
  };
  const type = (desk: Desk, text: string): void => {
    for (const each of [main, desk]) each.clock.advance(1_000);
    desk.model.search.type(text);
  };

  it('give a pane away and have it back when its window is closed', () => {
    const { window } = popOut();
    expect(out()).toEqual(['people']);
    expect(main.model.workplace.windows.hasPane('people')).toBe(false);
    window.close();
    expect(out()).toEqual([]);
  });

  it('notice within a second that a window was killed', () => {
    const { window } = popOut();
    window.kill();
    main.clock.advance(1_000);
    expect(out()).toEqual([]);
  });

  it('bring a pane back from either side', () => {
    const first = popOut();
    main.model.workplace.panes.toggleWindow('people');
    expect([out(), windows.open.size]).toEqual([[], 0]);
    const second = popOut();
    expect(first.window).not.toBe(second.window);
    second.desk.model.workplace.panes.bringBack('people');
    expect([out(), windows.open.size]).toEqual([[], 0]);
  });

  it('say that the browser did not open one', () => {
    windows.isAllowed = false;
    main.model.workplace.panes.toggleWindow('people');
    main.clock.advance(2_000);
    expect(out()).toEqual([]);
    expect(main.said.at(-1)).toContain('Allow pop-ups');
  });

  it('find each other again when the main one is loaded anew', () => {
    const { desk, window } = popOut();
    mainWindow.close();
    desk.clock.advance(3_000);
    mainWindow = windows.add();
    main = start(mainWindow);
    expect(out()).toEqual(['people']);
    desk.clock.advance(60_000);
    expect(windows.open.get('people')).toBe(window);
  });

  it('are closed with the main one when it does not come back', () => {
    const { desk } = popOut();
    mainWindow.close();
    desk.clock.advance(10_000);
    expect(windows.open.size).toBe(0);
  });

  it('are in step: the search and the one chosen, from where the focus is', () => {
    const { desk, window } = popOut();
    windows.focus(window);
    type(desk, 'jan');
    expect(main.model.search.state.getSnapshot().text).toBe('jan');
    find(desk);
    find(main);
    desk.model.search.move(2);
    const chosen = desk.model.search.selected()?.key;
    expect(chosen).toBe('person-person-3');
    expect(main.model.search.selected()?.key).toBe(chosen);
    windows.focus(mainWindow);
    main.model.search.clear();
    expect(desk.model.search.state.getSnapshot().text).toBe('');
  });

  it('do not drive each other round when their results differ', () => {
    const { desk, window } = popOut();
    windows.focus(window);
    type(desk, 'jan');
    find(desk);
    const id = main.line.searches().at(-1)?.id ?? '';
    const others = samplePeople(main.clock.now()).slice(6, 8);
    main.line.say({ type: 'people', id, people: [...others], total: 2, more: false });
    expect(desk.model.search.selected()?.key).toBe('person-person-1');
  });

  it('begin with what is typed already', () => {
    type(main, 'jan');
    const { desk } = popOut();
    expect(desk.model.search.state.getSnapshot().text).toBe('jan');
  });

  it('work on the same call', () => {
    const { desk, window } = popOut('calls');
    const now = main.clock.now();
    const calls = [talkingCall(now), talkingCall(now, { callId: 'call-2', state: 'held' })];
    for (const each of [main, desk]) for (const call of calls) each.line.put(call);
    windows.focus(window);
    desk.model.calls.choose('call-2');
    expect(main.model.calls.arrangement.getSnapshot().current?.callId).toBe('call-2');
  });

  it('speak where the focus is, and only there; without any in the main one', () => {
    const { desk, window } = popOut();
    const spoken = (each: Desk): string => {
      const { polite, assertive } = each.model.announcer.spoken.getSnapshot();
      return polite || assertive;
    };
    const arrive = (callId: string): void => {
      for (const each of [main, desk]) {
        each.line.put(waitingCall(each.clock.now(), { callId, caller: { name: callId } }));
        each.clock.advance(500);
      }
    };
    windows.focus(window);
    arrive('Bauer');
    expect(spoken(desk)).toBe('Call waiting: Bauer, Reception');
    expect(spoken(main)).not.toContain('Bauer');
    windows.focus(undefined);
    arrive('Cooper');
    for (const each of [main, desk]) each.clock.advance(3_000);
    expect(spoken(main)).toBe('Call waiting: Cooper, Reception');
    expect(spoken(desk)).toBe('Call waiting: Bauer, Reception');
    windows.focus(mainWindow);
    arrive('Dunn');
    for (const each of [main, desk]) each.clock.advance(3_000);
    expect(spoken(main)).toBe('Call waiting: Dunn, Reception');
    expect(desk.model.announcer.latest.getSnapshot()).toBe('Call waiting: Dunn, Reception');
  });

  it('have every key: what is in another window is asked for there', () => {
    const { desk, window } = popOut();
    windows.focus(window);
    desk.actions.focusCalls();
    expect([mainWindow.raised, main.actions.focus.getSnapshot()?.place]).toEqual([1, 'calls']);
    expect(desk.model.announcer.latest.getSnapshot()).not.toBe('Calls: letters act');
    desk.line.put(talkingCall(desk.clock.now()));
    desk.actions.holdOrResume();
    expect(desk.line.commands()).toMatchObject([{ type: 'hold', callId: 'call-1' }]);
  });

  it('leave out what they do not understand', () => {
    for (const message of ['x', null, { type: 'paneIsHere', pane: 'kitchen' }, { type: 'inStep', text: 7 }]) {
      for (const hear of mainWindow.hearers) hear(message);
    }
    expect(out()).toEqual([]);
  });
});
