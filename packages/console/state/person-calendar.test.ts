import type { ReadCalendar } from '@switchboard/contract/commands/people-command';
import type { CalendarRead } from '@switchboard/contract/feed/schedules-read';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { samplePeople } from '../testing/sample-office.testing.ts';

const minute = 60_000;

describe('The calendar of the one chosen', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome();
  });

  const asked = (): readonly ReadCalendar[] =>
    desk.line.sent.filter((message) => message.type === 'readCalendar');
  const find = (text: string, people = samplePeople(desk.clock.now())): void => {
    desk.model.search.type(text);
    const id = desk.line.searches().at(-1)?.id ?? '';
    desk.line.say({ type: 'people', id, people: [...people], total: people.length, more: false });
  };
  const answer = (more: Partial<CalendarRead> = {}): void => {
    const { id, personId } = must(asked().at(-1), 'a question');
    const now = desk.clock.now();
    const schedule = { personId, intervals: [], freeFrom: now };
    desk.line.say({
      type: 'calendar',
      id,
      from: now - 3_600_000,
      to: now + 3_600_000,
      detail: 'calendar',
      schedule,
      ...more,
    });
  };
  const state = () => desk.model.times.chosen.state.getSnapshot();

  it('is asked for after a short pause, for the last one stepped to', () => {
    find('jan');
    expect(state()).toMatchObject({ personId: 'person-1', status: 'reading' });
    desk.clock.advance(200);
    desk.model.search.move(1);
    desk.clock.advance(249);
    expect(asked()).toEqual([]);
    desk.clock.advance(1);
    expect(asked()).toMatchObject([{ personId: 'person-2' }]);
    answer();
    expect(state()).toMatchObject({
      personId: 'person-2',
      status: 'shown',
      calendar: { detail: 'calendar' },
    });
  });

  it('is there at once for whoever steps back, and asked for again after three minutes', () => {
    find('jan');
    desk.clock.advance(250);
    answer();
    desk.model.search.move(1);
    expect(state()).toMatchObject({ personId: 'person-2', calendar: undefined });
    desk.model.search.move(-1);
    expect(state()).toMatchObject({ personId: 'person-1', status: 'shown' });
    desk.clock.advance(2 * minute);
    expect(asked()).toHaveLength(1);
    desk.clock.advance(2 * minute);
    expect(asked()).toHaveLength(2);
    expect(state()).toMatchObject({ personId: 'person-1', calendar: { detail: 'calendar' } });
  });

  it('leaves out the answer about somebody who is not chosen any more', () => {
    find('jan');
    desk.clock.advance(250);
    desk.model.search.move(1);
    answer();
    expect(state()).toMatchObject({ personId: 'person-2', status: 'reading', calendar: undefined });
  });

  it('is not asked for of people who have none here, nor when nobody is chosen', () => {
    const contacts = samplePeople(desk.clock.now()).map((person) => ({ ...person, can: ['call' as const] }));
    find('jan', contacts);
    desk.clock.advance(minute);
    expect(state()).toBeUndefined();
    find('jana');
    desk.model.search.clear();
    desk.clock.advance(minute);
    expect(asked()).toEqual([]);
    expect(state()).toBeUndefined();
  });

  it('says when it is refused or does not come, and asks again with the next minute', () => {
    find('jan');
    desk.clock.advance(250);
    desk.line.say({
      type: 'answer',
      id: must(asked()[0], 'a question').id,
      refusal: { code: 'unavailable' },
    });
    expect(state()).toMatchObject({ status: 'failed' });
    desk.clock.advance(minute);
    expect(asked()).toHaveLength(2);
    desk.clock.advance(15_000);
    expect(state()).toMatchObject({ status: 'failed' });
    expect(desk.model.notices.shown.getSnapshot()).toEqual([]);
  });

  it('keeps what it knows while Microsoft is away', () => {
    find('jan');
    desk.clock.advance(250);
    answer();
    desk.clock.advance(4 * minute);
    const personId = 'person-1';
    const to = must(state()?.calendar, 'a calendar').to;
    answer({ to, schedule: { personId, problem: 'unavailable', intervals: [] } });
    expect(state()?.calendar?.schedule).not.toHaveProperty('problem');
    desk.clock.advance(minute);
    expect(asked()).toHaveLength(3);
  });

  it('says that it is offline, and asks when the connection is back', () => {
    find('jan');
    desk.line.lose();
    desk.clock.advance(250);
    expect(state()).toMatchObject({ status: 'offline' });
    desk.line.welcome([], true);
    expect(asked()).toMatchObject([{ personId: 'person-1' }]);
    answer();
    expect(state()).toMatchObject({ status: 'shown' });
  });
});
