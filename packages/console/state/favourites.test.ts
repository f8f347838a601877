import type { PersonView } from '@switchboard/contract/views/person-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { samplePeople, talkingCall, waitingCall } from '../testing/sample-office.testing.ts';

describe('The favourites', () => {
  let desk: Desk;
  const favourite = (number: number, group?: string): PersonView => ({
    ...must(samplePeople(1_700_000_000_000)[number - 1], 'a person'),
    favourite: group === undefined ? {} : { group },
  });
  const say = (...people: readonly PersonView[]): void =>
    desk.line.say({ type: 'favourites', people: [...people] });
  const rows = (): readonly string[] =>
    desk.model.search.state.getSnapshot().rows.map((row) => (row.kind === 'heading' ? row.title : row.key));
  const last = () => desk.line.commands().at(-1);
  const said = (): string | undefined => {
    desk.clock.advance(1_500);
    return desk.said.at(-1);
  };
  const choose = (number: number): void => desk.model.search.select(`person-person-${number}`);

  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome();
    say(favourite(1, 'Doctors'), favourite(2), favourite(3, 'Doctors'));
  });

  it('are listed while nothing is typed, with their groups as headings and their presence watched', () => {
    expect(rows()).toEqual(['person-person-2', 'Doctors', 'person-person-1', 'person-person-3']);
    const watch = desk.line.sent.findLast((message) => message.type === 'watch');
    expect(watch?.personIds.toSorted()).toEqual(['person-1', 'person-2', 'person-3']);
    desk.model.search.type('x');
    expect(desk.model.presence.of('person-1')).toBeDefined();
  });

  it('come back with the same key: whoever is taken out keeps the place until the list is left', () => {
    choose(1);
    desk.actions.people.toggleFavourite();
    expect(last()).toMatchObject({ type: 'setFavourite', personId: 'person-1', isFavourite: false });
    expect(desk.actions.people.favouriteOf('person-1')).toBeDefined();
    say(favourite(2), favourite(3, 'Doctors'));
    desk.line.answerLast();
    expect(said()).toBe('Jan de Vries: no longer a favourite');
    expect(desk.actions.people.favouriteOf('person-1')).toBeUndefined();
    expect(rows()).toEqual(['person-person-2', 'Doctors', 'person-person-1', 'person-person-3']);
    desk.actions.people.toggleFavourite();
    expect(last()).toMatchObject({ personId: 'person-1', isFavourite: true, group: 'Doctors' });
    desk.actions.people.toggleFavourite();
    desk.model.search.type('x');
    desk.model.search.clear();
    expect(rows()).toEqual(['person-person-2', 'Doctors', 'person-person-3']);
  });

  it('stay as they were when the server refuses', () => {
    choose(1);
    desk.actions.people.toggleFavourite();
    desk.line.answerLast({ code: 'tooManyKept' });
    expect(desk.actions.people.favouriteOf('person-1')).toEqual({ group: 'Doctors' });
    expect(desk.model.notices.shown.getSnapshot()[0]?.text).toMatch(/^Favourite: there is no room/);
  });

  it('move within their group, and stop at its ends', () => {
    choose(1);
    desk.actions.people.moveFavourite(1);
    expect(last()).toMatchObject({
      type: 'orderFavourites',
      personIds: ['person-2', 'person-3', 'person-1'],
    });
    say(favourite(2), favourite(3, 'Doctors'), favourite(1, 'Doctors'));
    desk.line.answerLast();
    expect(said()).toBe('Jan de Vries: 3 of 3');
    expect(desk.model.search.selected()?.key).toBe('person-person-1');
    const count = desk.line.commands().length;
    desk.actions.people.moveFavourite(1);
    expect(said()).toBe('Jan de Vries is the last of the group already');
    expect(desk.line.commands()).toHaveLength(count);
  });

  it('change with the directory where they stand', () => {
    desk.line.say({
      type: 'peopleChanged',
      people: [{ ...favourite(2), favourite: undefined, name: 'Janneke Smit' } as unknown as PersonView],
      removed: ['person-3'],
    });
    const people = desk.model.directory.favourites.people.getSnapshot();
    expect(people[1]).toMatchObject({ name: 'Janneke Smit', favourite: {} });
    expect(people[2]).toMatchObject({ personId: 'person-3', isFormer: true });
  });

  it('leave Enter to the next call until one is chosen, and are then put through to', () => {
    const now = desk.clock.now();
    desk.line.put(waitingCall(now));
    desk.actions.go();
    expect(last()?.type).toBe('accept');
    desk.line.put(talkingCall(now));
    desk.line.answerLast();
    choose(3);
    desk.actions.go();
    expect(last()).toMatchObject({ type: 'transfer', to: { personId: 'person-3' } });
    desk.line.put(talkingCall(now, { state: 'transferring', can: ['takeBack'] }));
    desk.line.answerLast();
    expect(desk.model.search.selected()).toBeUndefined();
  });

  it('step back with Esc: first the one chosen, then what rings', () => {
    desk.line.put(talkingCall(desk.clock.now(), { state: 'transferring', can: ['takeBack'] }));
    choose(1);
    desk.actions.stepBack();
    expect(desk.model.search.selected()).toBeUndefined();
    expect(desk.line.commands()).toEqual([]);
    desk.actions.stepBack();
    expect(last()?.type).toBe('takeBack');
  });
});
