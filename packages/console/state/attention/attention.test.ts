import type { CallView } from '@switchboard/contract/views/call-view';
import { beforeEach, describe, expect, it } from 'vitest';
import { aloneWindow, type Desk, memoryStorage, openDesk } from '../../testing/fake-line.testing.ts';
import { attend, type FakeMachine, fakeMachine } from '../../testing/fake-machine.testing.ts';
import { FakeStorage } from '../../testing/fake-storage.testing.ts';
import { talkingCall, waitingCall } from '../../testing/sample-office.testing.ts';
import type { Attention } from './attention.ts';

let desk: Desk;
let machine: FakeMachine;
let attention: Attention;

beforeEach(() => {
  desk = openDesk();
  machine = fakeMachine();
  attention = attend(desk, machine);
});

const waits = (more: Partial<CallView> = {}): CallView =>
  waitingCall(desk.clock.now(), { arrivedAt: desk.clock.now(), ...more });
const taken = (): CallView =>
  waits({ state: 'connected', operator: { operatorId: 'ben', name: 'Ben Adeyemi' }, can: [] });
const prefer = (fields: Parameters<typeof desk.model.preferences.change<'ringing'>>[1]): void =>
  desk.model.preferences.change('ringing', fields);

describe('Ringing', () => {
  const gain = (): number | undefined => machine.sound.sounding?.gain;
  const state = (): string => attention.ringer.state.getSnapshot();

  it('begins when a call comes and stops at once when somebody takes it', () => {
    desk.line.welcome();
    expect([state(), gain()]).toEqual(['quiet', undefined]);
    desk.line.put(waits());
    expect(state()).toBe('rings');
    expect(gain()).toBeGreaterThan(0);
    desk.line.put(taken());
    expect([state(), gain()]).toEqual(['quiet', undefined]);
  });

  it('grows with the wait, and is as it was for the next call', () => {
    desk.line.welcome();
    desk.line.put(waits());
    const gains = [gain()];
    for (const seconds of [30, 30, 60]) {
      desk.clock.advance(seconds * 1_000);
      gains.push(gain());
    }
    expect(gains).toEqual([0.126, 0.18, 0.252, 0.36].map((each) => expect.closeTo(each) as number));
    expect(machine.sound.sounding?.hasSecondVoice).toBe(true);
    desk.line.put(taken());
    desk.line.put(waits({ callId: 'next' }));
    expect(gain()).toBeCloseTo(0.126);
  });

  it('begins for a caller who came back, and ends when the operator goes to them', () => {
    prefer({ calls: 'offers' });
    desk.line.welcome();
    const back = talkingCall(desk.clock.now(), { state: 'held', recall: { why: 'noAnswer' } });
    desk.line.put(back);
    expect(state()).toBe('rings');
    desk.line.put({ ...back, state: 'connected' });
    expect(state()).toBe('quiet');
  });

  it('that grows is said too, once at each step, and not at the level “brief”', () => {
    desk.line.welcome();
    desk.line.put(waits());
    desk.clock.advance(29_000);
    expect(desk.said).toEqual(['Call waiting: Mrs J. Smith, Reception']);
    desk.clock.advance(100_000);
    expect(desk.said.slice(1)).toEqual([
      'Waits for 30 seconds: Mrs J. Smith',
      'Waits for 1 minute: Mrs J. Smith',
      'Waits for 2 minutes: Mrs J. Smith',
    ]);
    desk.model.preferences.change('speech', { level: 'brief' });
    desk.line.put(waits({ callId: 'other', arrivedAt: 0 }));
    desk.clock.advance(5_000);
    expect(desk.said.at(-1)).toBe('Waiting: Mrs J. Smith');
  });

  it('for long waits only begins when one is long', () => {
    prefer({ calls: 'long', longWait: 20 });
    desk.line.welcome();
    desk.line.put(waits());
    desk.clock.advance(19_999);
    expect(state()).toBe('quiet');
    desk.clock.advance(1);
    expect(state()).toBe('rings');
  });

  it('is in one window, and in another when that one is gone', () => {
    machine.windows.duties.rings.set(false);
    desk.line.welcome();
    desk.line.put(waits());
    expect([state(), gain()]).toEqual(['elsewhere', undefined]);
    machine.windows.duties.rings.set(true);
    expect(state()).toBe('rings');
    machine.windows.duties.rings.set(false);
    expect(gain()).toBeUndefined();
  });

  it('says that the browser blocks it, takes no part until it may sound, and then begins', () => {
    machine = fakeMachine();
    machine.sound.state.set('blocked');
    desk = openDesk();
    attention = attend(desk, machine);
    desk.line.welcome();
    desk.line.put(waits());
    expect([state(), gain(), machine.windows.takenPart]).toEqual(['blocked', undefined, ['desk']]);
    machine.sound.unlock();
    expect([state(), machine.windows.takenPart]).toEqual(['rings', ['desk', 'rings']]);
  });

  it.each([
    ['ring', [0.126]],
    ['softly', [0.09]],
    ['silent', []],
  ] as const)('while the operator talks: %s', (whileTalking, expected) => {
    prefer({ whileTalking });
    desk.line.welcome([talkingCall(desk.clock.now(), { callId: 'mine' })]);
    desk.line.put(waits());
    const { sounding } = machine.sound;
    const gains = sounding === undefined ? [] : [Math.round(sounding.gain * 1_000) / 1_000];
    expect(gains).toEqual(expected);
  });

  it('is not while nobody knows whether the call still waits, nor on a break, nor when it is switched off', () => {
    desk.line.welcome();
    desk.line.put(waits());
    desk.line.lose();
    expect(gain()).toBeUndefined();
    desk.line.welcome([waits()]);
    expect(state()).toBe('rings');
    const own = desk.model.own();
    if (own !== undefined) desk.line.say({ type: 'operator', seq: 9, operator: { ...own, status: 'break' } });
    expect(state()).toBe('quiet');
    prefer({ rings: false });
    expect(state()).toBe('off');
  });

  it('is tried out as loud as it gets, whatever rings', () => {
    prefer({ volume: 100 });
    attention.ringer.tryOut();
    expect(machine.sound.triedOut).toMatchObject([{ gain: 1, sound: 'chime' }]);
  });
});

describe('The loudspeaker', () => {
  const lobby = { deviceId: 'lobby', label: 'Lobby speaker' };
  const named = { kind: 'named', list: [lobby] } as const;
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('that was chosen is used, also by the next page', async () => {
    const storage = memoryStorage();
    machine.sound.speakers.set(named);
    await attend(desk, machine, storage).speaker.choose(lobby);
    expect(machine.sound.usedAt).toBe('lobby');
    const next = fakeMachine();
    attend(openDesk(), next, storage);
    await settled();
    expect(next.sound.usedAt).toBe('lobby');
  });

  it('that is gone gives way to the system’s own, which is said once, and is used again when it is back', async () => {
    machine.sound.speakers.set(named);
    await attention.speaker.choose(lobby);
    for (const other of ['Desk phone', 'Screen']) {
      machine.sound.speakers.set({ kind: 'named', list: [{ deviceId: other, label: other }] });
      await settled();
    }
    expect([machine.sound.usedAt, attention.speaker.state.getSnapshot().isGone]).toEqual(['', true]);
    expect(desk.model.notices.shown.getSnapshot()).toHaveLength(1);
    machine.sound.speakers.set(named);
    await settled();
    expect([machine.sound.usedAt, attention.speaker.state.getSnapshot().isGone]).toEqual(['lobby', false]);
  });

  it('that does not work gives way, too', async () => {
    machine.sound.broken.add('lobby');
    machine.sound.speakers.set(named);
    await attention.speaker.choose(lobby);
    expect([machine.sound.usedAt, attention.speaker.state.getSnapshot().isGone]).toEqual(['', true]);
  });
});

describe('Notices', () => {
  const titles = (): readonly string[] => Array.from(machine.notices.shown.values(), ({ title }) => title);

  it('are shown while no console is in front, and taken back when the call is taken or one comes to the front', () => {
    desk.line.welcome();
    desk.line.put(waits());
    expect(titles()).toEqual([]);
    machine.windows.isAnyInFront.set(false);
    expect(titles()).toEqual(['Call waiting: Mrs J. Smith']);
    desk.line.put(waits({ callId: 'two', caller: { number: '+1 555 0100' }, offer: { until: 0 } }));
    expect(titles()).toEqual(['Call waiting: Mrs J. Smith', 'Offered to you: +1 555 0100']);
    desk.line.put(taken());
    expect(titles()).toEqual(['Offered to you: +1 555 0100']);
    machine.windows.isAnyInFront.set(true);
    expect(titles()).toEqual([]);
  });

  it('leave out who calls where that is wanted', () => {
    prefer({ isCallerMasked: true });
    desk.line.welcome();
    machine.windows.isAnyInFront.set(false);
    desk.line.put(waits());
    expect(JSON.stringify([...machine.notices.shown.values()])).not.toMatch(/Smith|7946/);
  });

  it('bring the console to the front with the call when they are clicked', () => {
    desk.line.welcome();
    machine.windows.isAnyInFront.set(false);
    desk.line.put(waits());
    machine.notices.shown.get('call-1')?.onClick();
    expect(machine.windows.cameToFront).toBe(1);
    expect(desk.actions.focus.getSnapshot()).toMatchObject({ place: 'calls', callId: 'call-1' });
  });

  it('are the main window’s, and so is the headset; a window with one pane alone only rings', () => {
    const pane = fakeMachine();
    const alone = openDesk(memoryStorage(), new FakeStorage(), { ...aloneWindow, pane: 'people' });
    pane.windows.isAnyInFront.set(false);
    const attended = attend(alone, pane);
    alone.line.welcome();
    alone.line.put(waits());
    expect([pane.windows.takenPart, pane.notices.shown.size]).toEqual([['rings'], 0]);
    expect(attended.headset.state.getSnapshot().kind).toBe('elsewhere');
    expect(attended.ringer.state.getSnapshot()).toBe('rings');
  });

  it.each([
    ['are not wanted', () => prefer({ notices: false })],
    ['are not allowed', () => machine.notices.permission.set('denied')],
    ['are another window’s', () => machine.windows.duties.desk.set(false)],
  ])('are not shown when they %s', (_, change) => {
    desk.line.welcome();
    machine.windows.isAnyInFront.set(false);
    desk.line.put(waits());
    change();
    expect(titles()).toEqual([]);
  });
});

it('The icon shows how many wait, and the screen stays on where that is wanted', () => {
  desk.line.welcome();
  desk.line.put(waits());
  desk.line.put(taken());
  expect(machine.badges.filter((count, n, all) => count !== all[n - 1])).toEqual([0, 1, 0]);
  prefer({ keepsAwake: true });
  expect(machine.wake.state.getSnapshot()).toBe('held');
});
