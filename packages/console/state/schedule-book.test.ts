import type { ReadSchedules } from '@switchboard/contract/commands/people-command';
import type { SchedulesRead } from '@switchboard/contract/feed/schedules-read';
import { ManualClock } from '@switchboard/kit/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import { ScheduleBook } from './schedule-book.ts';
import { eachMinute, Ticker } from './ticker.ts';

const hour = 3_600_000;
const minute = 60_000;
const midnight = Date.UTC(2026, 10, 23);

describe('The book of days', () => {
  let clock: ManualClock;
  let sent: ReadSchedules[];
  let isOnline: boolean;
  let book: ScheduleBook;

  beforeEach(() => {
    clock = new ManualClock(midnight + 12 * hour);
    sent = [];
    isOnline = true;
    const serverNow = () => clock.now();
    book = new ScheduleBook({
      clock,
      serverNow,
      minute: new Ticker(clock, serverNow, eachMinute),
      newId: () => `s${sent.length}`,
      timeZone: 'Europe/London',
      send: (message) => isOnline && sent.push(message) > 0,
    });
  });

  const answer = (more: Partial<SchedulesRead> = {}): void => {
    const last = sent.at(-1);
    book.heard({
      type: 'schedules',
      id: last?.id ?? '',
      from: midnight,
      to: midnight + 24 * hour,
      schedules: (last?.personIds ?? []).map((personId) => ({
        personId,
        intervals: [],
        freeFrom: clock.now(),
      })),
      ...more,
    });
  };
  const asked = (): readonly string[] => sent.map(({ personIds }) => personIds.join(' '));
  const known = () => [...book.days.getSnapshot().byPerson.keys()];

  it('asks for the rows on the screen once they stand still', () => {
    const jan = book.want('jan');
    clock.advance(200);
    book.want('eva');
    jan();
    clock.advance(299);
    expect(asked()).toEqual([]);
    clock.advance(1);
    expect(sent).toMatchObject([{ type: 'readSchedules', personIds: ['eva'], timeZone: 'Europe/London' }]);
    answer();
    expect(known()).toEqual(['eva']);
  });

  it('asks for a page after the other, and for nobody twice', () => {
    for (let n = 0; n < 100; n += 1) book.want(`p${n}`);
    book.want('p0');
    clock.advance(300);
    expect(sent.map(({ personIds }) => personIds.length)).toEqual([80]);
    answer();
    expect(sent.map(({ personIds }) => personIds.length)).toEqual([80, 20]);
    answer();
    clock.advance(2 * minute);
    expect(sent).toHaveLength(2);
  });

  it('asks for whoever Microsoft says nothing of no more often than for others', () => {
    book.want('jan');
    clock.advance(300);
    answer({ schedules: [] });
    clock.advance(2 * minute);
    expect(known()).toEqual([]);
    expect(sent).toHaveLength(1);
    clock.advance(2 * minute);
    expect(sent).toHaveLength(2);
  });

  it('asks again after three minutes, and when a free or busy time has ended', () => {
    book.want('jan');
    clock.advance(300);
    answer();
    clock.advance(3 * minute);
    expect(sent).toHaveLength(1);
    clock.advance(minute);
    expect(sent).toHaveLength(2);
    const turn = midnight + 12 * hour + 5 * minute;
    answer({ schedules: [{ personId: 'jan', intervals: [], freeFrom: turn }] });
    clock.advance(turn - clock.now());
    expect(sent).toHaveLength(2);
    clock.advance(200);
    expect(sent).toHaveLength(3);
  });

  it('forgets the day when it is over, and asks for the next one', () => {
    book.want('jan');
    clock.advance(300);
    answer({ to: clock.now() + minute });
    expect(known()).toEqual(['jan']);
    clock.advance(2 * minute);
    expect(known()).toEqual([]);
    expect(sent).toHaveLength(2);
    answer();
    expect(known()).toEqual(['jan']);
  });

  it('says why nobody’s day is known', () => {
    book.want('jan');
    clock.advance(300);
    answer({ problem: 'noRight', schedules: [] });
    expect(book.days.getSnapshot()).toMatchObject({ problem: 'noRight' });
    expect(book.days.getSnapshot().byPerson.get('jan')?.problem).toBe('noRight');
    clock.advance(2 * minute);
    expect(sent).toHaveLength(1);
  });

  it('keeps what it knows for a quarter of an hour while Microsoft is away, and asks each minute', () => {
    book.want('jan');
    clock.advance(300);
    answer();
    clock.advance(4 * minute);
    for (let minutes = 0; minutes < 10; minutes += 1) {
      answer({ problem: 'unavailable', schedules: [] });
      expect(book.days.getSnapshot().byPerson.get('jan')).not.toHaveProperty('problem');
      clock.advance(minute);
    }
    expect(sent).toHaveLength(12);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      answer({ problem: 'unavailable', schedules: [] });
      clock.advance(minute);
    }
    expect(book.days.getSnapshot().byPerson.get('jan')?.problem).toBe('unavailable');
  });

  it('leaves out answers to other questions, and asks again what was refused or not answered', () => {
    book.want('jan');
    clock.advance(300);
    answer({ id: 'other' });
    book.refused('other');
    expect(known()).toEqual([]);
    book.refused('s0');
    expect(sent).toHaveLength(1);
    clock.advance(minute);
    expect(sent).toHaveLength(2);
    clock.advance(minute);
    expect(sent).toHaveLength(3);
  });

  it('asks nobody while offline, and again when it is back', () => {
    isOnline = false;
    book.want('jan');
    clock.advance(300);
    isOnline = true;
    book.reconnected();
    expect(asked()).toEqual(['jan']);
    book.reconnected();
    expect(asked()).toEqual(['jan', 'jan']);
    answer();
    expect(known()).toEqual(['jan']);
  });

  it('lets time stand when no row is left', () => {
    const away = [book.want('jan'), book.want('eva')];
    clock.advance(300);
    answer();
    for (const leave of away) leave();
    clock.advance(hour);
    expect(sent).toHaveLength(1);
    expect(clock.nextDue()).toBeUndefined();
  });
});
