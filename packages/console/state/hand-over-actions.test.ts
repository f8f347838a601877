import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { samplePeople, talkingCall } from '../testing/sample-office.testing.ts';

describe('Enter before the results', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
  });
  const type = (text: string): void => {
    desk.model.search.type(text);
    desk.clock.advance(100);
  };
  const found = (count: number): void => {
    const search = desk.line.searches().at(-1);
    const people = samplePeople(desk.clock.now()).slice(0, count);
    desk.line.say({ type: 'people', id: search?.id ?? '', people: [...people], total: 1, more: false });
  };
  const commands = (): readonly string[] => desk.line.commands().map((each) => each.type);
  const said = (): readonly string[] => {
    desk.clock.advance(5_000);
    return desk.said;
  };

  it('is kept, and acts when exactly one is found', () => {
    type('jan vri');
    desk.actions.go();
    expect(commands()).toEqual([]);
    expect(desk.actions.handing.wish.getSnapshot()).toBeDefined();
    found(1);
    expect(desk.line.commands()).toMatchObject([
      { type: 'transfer', to: { kind: 'person', personId: 'person-1' } },
    ]);
    expect(desk.actions.handing.wish.getSnapshot()).toBeUndefined();
  });

  it('keeps how it was meant', () => {
    type('jan vri');
    desk.actions.ask();
    found(1);
    expect(commands()).toEqual(['consult']);
  });

  it('says how many there are, and waits for another Enter', () => {
    type('jan');
    desk.actions.go();
    found(3);
    expect(commands()).toEqual([]);
    expect(said()).toContain('3 found for jan: choose, then Enter');
    desk.actions.go();
    expect(commands()).toEqual(['transfer']);
  });

  it('does nothing when nobody is found', () => {
    type('nobody');
    desk.actions.go();
    found(0);
    expect(commands()).toEqual([]);
    expect(said()).toContain('Nobody found for nobody');
  });

  it('is forgotten by typing on', () => {
    type('jan');
    desk.actions.go();
    type('jan vri');
    found(1);
    expect(commands()).toEqual([]);
  });

  it('is forgotten by Esc', () => {
    type('jan');
    desk.actions.go();
    desk.actions.stepBack();
    type('jan');
    found(1);
    expect(commands()).toEqual([]);
  });

  it('is forgotten when the connection breaks: nothing is sent later', () => {
    type('jan');
    desk.actions.go();
    desk.line.lose();
    desk.line.welcome([talkingCall(desk.clock.now())], true);
    found(1);
    expect(commands()).toEqual([]);
  });

  it('is forgotten when the call it was for is over', () => {
    type('jan');
    desk.actions.go();
    desk.line.put(talkingCall(desk.clock.now(), { state: 'ended', ended: 'callerHungUp', can: [] }));
    desk.line.put(talkingCall(desk.clock.now(), { callId: 'call-2' }));
    found(1);
    expect(commands()).toEqual([]);
  });

  it('is not kept where there is no call to hand over', () => {
    desk.line.put(talkingCall(desk.clock.now(), { can: ['hangUp'] }));
    type('jan');
    desk.actions.go();
    expect(desk.actions.handing.wish.getSnapshot()).toBeUndefined();
    expect(said()).toContain('Not done: this call cannot be handed over now');
  });
});

describe('Handing a caller over to the one chosen', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
  });
  const find = (text: string, count = 3): void => {
    desk.model.search.type(text);
    desk.clock.advance(100);
    const search = desk.line.searches().at(-1);
    const people = samplePeople(desk.clock.now()).slice(0, count);
    desk.line.say({ type: 'people', id: search?.id ?? '', people: [...people], total: 1, more: false });
  };

  it('rings the line that was chosen, and Teams again for the next person', () => {
    find('jan');
    desk.actions.handing.chooseLine(2);
    desk.model.search.move(1);
    expect(desk.actions.handing.line.getSnapshot()).toBe('teams');
    desk.actions.handing.chooseLine(2);
    desk.actions.go();
    expect(desk.line.commands()).toMatchObject([
      { to: { kind: 'person', personId: 'person-2', line: 'mobile' } },
    ]);
  });

  it('puts a typed number through', () => {
    find('+44 20 7946 0199', 0);
    desk.actions.go();
    expect(desk.line.commands()).toMatchObject([{ to: { kind: 'number', number: '+44 20 7946 0199' } }]);
  });

  it('offers no number and no queue where the call cannot be put through', () => {
    find('0199', 0);
    expect(desk.model.search.state.getSnapshot().choices).toHaveLength(1);
    desk.line.put(talkingCall(desk.clock.now(), { can: ['hangUp'] }));
    expect(desk.model.search.state.getSnapshot().choices).toHaveLength(0);
  });

  it('moves the call to another queue, never to its own', () => {
    find('reception', 0);
    expect(desk.model.search.state.getSnapshot().choices).toHaveLength(0);
    find('patients', 0);
    desk.actions.go();
    expect(desk.line.commands()).toMatchObject([{ type: 'transfer', to: { queueId: 'queue-patients' } }]);
  });

  it('camps, parks for the person, and goes to voicemail', () => {
    find('jan');
    desk.actions.handing.camp();
    desk.actions.handing.parkForChosen();
    desk.actions.handing.toVoicemail();
    expect(desk.line.commands()).toMatchObject([
      { type: 'camp', personId: 'person-1' },
      { type: 'park', forPersonId: 'person-1' },
      { type: 'transfer', voicemail: true, to: { personId: 'person-1' } },
    ]);
  });

  it('keeps what was typed when the command is refused, and clears it when it came round', () => {
    find('jan');
    desk.actions.handing.parkForChosen();
    desk.line.answerLast({ code: 'noSlotFree' });
    expect(desk.model.search.state.getSnapshot().text).toBe('jan');
    desk.actions.handing.parkForChosen();
    desk.line.answerLast();
    const { operator: _, ...parked } = talkingCall(desk.clock.now(), {
      state: 'parked',
      slot: 1,
      can: ['retrieve'],
    });
    desk.line.put(parked);
    expect(desk.model.search.state.getSnapshot().text).toBe('');
  });
});

describe('A row that is meant', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
  });
  const answer = (from: number, to: number): void => {
    const search = desk.line.searches().at(-1);
    const people = samplePeople(desk.clock.now()).slice(from, to);
    desk.line.say({ type: 'people', id: search?.id ?? '', people: [...people], total: 3, more: false });
  };
  const look = (text: string): void => {
    desk.model.search.type(text);
    desk.clock.advance(100);
  };
  const notices = (): readonly string[] => desk.model.notices.shown.getSnapshot().map(({ text }) => text);
  const pressed = (place: number) => desk.model.search.state.getSnapshot().choices[place];

  it('is rung at a double click although the list is still of what was typed before', () => {
    look('ja');
    answer(0, 3);
    look('jan');
    const second = must(pressed(1), 'a second row');
    desk.model.search.select(second.key);
    desk.actions.handing.putThroughTo(second);
    answer(0, 3);
    expect(desk.line.commands()).toMatchObject([
      { type: 'transfer', to: { kind: 'person', personId: 'person-2' } },
    ]);
  });

  it('is rung at a double click when the list has moved between its two presses', () => {
    look('ja');
    answer(0, 3);
    const first = pressed(0);
    look('jan');
    answer(1, 3);
    desk.actions.handing.putThroughTo(first);
    expect(desk.line.commands()).toMatchObject([{ type: 'transfer', to: { personId: 'person-1' } }]);
  });

  it('is the one that → goes to, also while the list is being found anew', () => {
    look('jan');
    answer(0, 3);
    desk.model.search.type('jane');
    desk.actions.focusPerson();
    desk.actions.handing.camp();
    expect(desk.line.commands()).toMatchObject([{ type: 'camp', personId: 'person-1' }]);
  });

  it('is rung at Enter, too, when it was chosen with the arrows', () => {
    look('ja');
    answer(0, 3);
    look('jan');
    desk.model.search.move(1);
    desk.actions.go();
    expect(desk.line.commands()).toMatchObject([{ type: 'transfer', to: { personId: 'person-2' } }]);
  });

  it('is asked for once by two presses of Enter, and by two double clicks', () => {
    look('jan');
    answer(0, 1);
    desk.actions.go();
    desk.actions.go();
    desk.actions.handing.putThroughTo(pressed(0));
    expect(desk.line.commands()).toHaveLength(1);
    expect(notices()).toEqual([]);
  });

  it('is said on the screen not to be rung while the call cannot be handed over yet', () => {
    desk.line.put(talkingCall(desk.clock.now(), { state: 'connecting', can: ['hangUp'] }));
    look('jan');
    answer(0, 1);
    desk.actions.handing.putThroughTo(pressed(0));
    expect(desk.line.commands()).toEqual([]);
    expect(notices()).toEqual(['Not done: this call cannot be handed over now']);
  });

  it('is said not to be rung when no row was met', () => {
    desk.actions.handing.putThroughTo(undefined);
    expect(notices()).toEqual(['Nobody is chosen']);
  });

  it('is said not to be rung while the caller is being put through to another', () => {
    look('jan');
    answer(0, 3);
    desk.actions.go();
    desk.model.search.move(1);
    desk.actions.go();
    expect(desk.line.commands()).toHaveLength(1);
    expect(notices()).toEqual([
      'Put through: the one before is still under way. Wait for it, then try again.',
    ]);
  });
});

describe('A call that came back', () => {
  it('asks the directory who did not answer, and offers the ways on', () => {
    const desk = openDesk();
    const now = desk.clock.now();
    const back = talkingCall(now, {
      state: 'held',
      recall: { target: { name: 'Janneke Vries', personId: 'person-2' }, why: 'noAnswer' },
      can: ['resume', 'transfer', 'park', 'camp', 'voicemail', 'hangUp'],
    });
    desk.line.welcome([back]);
    const [asked] = desk.line.sent.filter((message) => message.type === 'readPerson');
    expect(asked).toMatchObject({ personId: 'person-2' });
    expect(desk.model.waysOn(back).map(({ kind }) => kind)).toEqual(['park']);
    const person = samplePeople(now).find(({ personId }) => personId === 'person-2');
    desk.line.say({ type: 'person', id: asked?.id ?? '', person: must(person, 'Janneke') });
    expect(desk.model.search.state.getSnapshot().choices).toEqual([]);
    expect(desk.model.waysOn(back).map(({ kind }) => kind)).toEqual([
      'camp',
      'mobile',
      'phone',
      'voicemail',
      'park',
      'again',
      'manager',
      'department',
    ]);
    desk.actions.actOnNumbered(back, 1);
    desk.actions.actOnNumbered(back, 7);
    expect(desk.line.commands()).toMatchObject([{ to: { personId: 'person-2', line: 'mobile' } }]);
    expect(desk.model.search.state.getSnapshot().text).toBe('Finance');
    expect(desk.line.searches()).toHaveLength(1);
  });
});
