import type { PersonView } from '@switchboard/contract/views/person-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { samplePeople, talkingCall } from '../testing/sample-office.testing.ts';

describe('What is known of people', () => {
  let desk: Desk;
  const person = (number: number): PersonView => must(samplePeople(0)[number - 1], 'a person');
  const find = (text: string, people: readonly PersonView[], total = people.length): void => {
    desk.model.search.type(text);
    desk.clock.advance(100);
    const id = desk.line.searches().at(-1)?.id ?? '';
    desk.line.say({ type: 'people', id, people: [...people], total, more: total > people.length });
  };
  const reads = (): readonly string[] =>
    desk.line.sent.flatMap((message) => (message.type === 'readPerson' ? [message.personId] : []));
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome();
  });

  it('is read whole for whoever stays chosen, not for those stepped over, and once a minute', () => {
    find('jan', [person(1), person(2), person(3)]);
    desk.clock.advance(199);
    desk.model.search.move(1);
    desk.clock.advance(100);
    desk.model.search.move(1);
    desk.clock.advance(200);
    expect(reads()).toEqual(['person-3']);
    desk.line.say({ type: 'person', id: 'x', person: { ...person(3), postalCode: '1011' } });
    expect(desk.actions.people.whole(person(3)).postalCode).toBe('1011');
    find('jana', [person(3)]);
    desk.clock.advance(200);
    expect(reads()).toEqual(['person-3']);
    expect(desk.actions.people.whole(person(3)).postalCode).toBe('1011');
    desk.clock.advance(60_000);
    desk.model.search.clear();
    find('jana', [person(3)]);
    desk.clock.advance(200);
    expect(reads()).toEqual(['person-3', 'person-3']);
  });

  it('follows changes in the list and in the details', () => {
    find('jan', [person(1), person(2)]);
    desk.line.say({ type: 'peopleChanged', people: [{ ...person(1), office: 'Rotterdam' }], removed: [] });
    expect(desk.model.search.selected()).toMatchObject({ person: { office: 'Rotterdam' } });
    expect(desk.actions.people.whole(person(1)).office).toBe('Rotterdam');
  });

  it('opens the manager as soon as they are read, and steps back with Esc', () => {
    const ingrid = { ...person(12), personId: 'boss', name: 'Ingrid Sörensen' };
    find('jan', [{ ...person(1), managerId: 'boss' }]);
    desk.actions.people.openManager();
    expect(reads()).toEqual(['boss']);
    desk.line.say({ type: 'person', id: 'x', person: ingrid });
    expect(desk.model.search.selected()).toMatchObject({ person: { name: 'Ingrid Sörensen' } });
    desk.actions.stepBack();
    expect(desk.model.search.selected()).toMatchObject({ person: { personId: 'person-1' } });
    expect(desk.model.search.state.getSnapshot().text).toBe('jan');
  });

  it('is counted aloud once nobody types for a second', () => {
    find('ja', [person(1), person(2)], 214);
    desk.clock.advance(800);
    find('jan', [person(1)], 1_214);
    desk.clock.advance(2_000);
    expect(desk.said).toEqual(['1,214 found']);
    desk.model.search.move(1);
    desk.clock.advance(3_000);
    expect(desk.said).toEqual(['1,214 found']);
  });

  it('asks for the call that somebody is looked for', () => {
    desk.line.put(talkingCall(desk.clock.now()));
    desk.model.search.type('jan');
    expect(desk.line.searches().at(-1)).toMatchObject({ callId: 'call-1' });
  });

  it('watches the presence of the page in sight', () => {
    const many = Array.from({ length: 50 }, (_, n) => ({ ...person(1), personId: `p${n}` }));
    find('a', many, 400);
    const watched = () => desk.line.sent.findLast((message) => message.type === 'watch')?.personIds ?? [];
    expect(watched()).toHaveLength(50);
    desk.model.search.show(200, 212);
    const { id } = must(desk.line.searches().at(-1), 'a question');
    const next = Array.from({ length: 50 }, (_, n) => ({ ...person(1), personId: `p${200 + n}` }));
    desk.line.say({ type: 'people', id, people: next, total: 400, more: true });
    expect(watched()).toContain('p249');
    expect(watched()).not.toContain('p0');
  });

  it('offers only the lines that somebody has, and nobody who is gone', () => {
    const taxi: PersonView = {
      ...{ personId: 's.1', source: 'shared', name: 'Taxi', otherPhone: '+1 555 0142', can: ['call'] },
    };
    desk.line.put(talkingCall(desk.clock.now()));
    find('taxi', [taxi]);
    expect(desk.actions.handing.line.getSnapshot()).toBe('otherPhone');
    desk.actions.go();
    expect(desk.line.answerLast()).toMatchObject({ to: { personId: 's.1', line: 'otherPhone' } });
    const count = desk.line.commands().length;
    desk.actions.handing.toVoicemail();
    desk.actions.handing.camp();
    desk.line.say({ type: 'peopleChanged', people: [], removed: ['s.1'] });
    desk.actions.go();
    expect(desk.line.commands()).toHaveLength(count);
    desk.clock.advance(3_000);
    expect(desk.said).toContain('They cannot be rung there');
  });
});
