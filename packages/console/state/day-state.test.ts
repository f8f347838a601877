import type { ScheduleView } from '@switchboard/contract/views/schedule-view';
import { describe, expect, it } from 'vitest';
import { calendar } from '../i18n/english-calendar.ts';
import { dayState } from './day-state.ts';

const london = { timeZone: 'Europe/London', locale: 'en-GB' };
const at = (text: string): number => Date.parse(`2026-11-${text}Z`);
/** A Monday. */
const now = at('23T12:00');
const day = (more: Partial<ScheduleView>): ScheduleView => ({ personId: 'jan', intervals: [], ...more });
const work = { workingDay: { from: at('23T09:00'), to: at('23T17:00') } };

/** In a row, said, and written out. */
const words = (more: Partial<ScheduleView>, moment = now, locality = london) => {
  const state = dayState(day(more), moment);
  return state === undefined
    ? undefined
    : [
        calendar.brief(state, moment, locality),
        calendar.spoken(state, moment, locality),
        calendar.written(state, moment, locality),
      ];
};

describe('What is said of a day', () => {
  it('is until when they are free: the next appointment, or the end of their work', () => {
    const free = { freeFrom: now, freeUntil: at('23T14:30'), ...work };
    expect(words(free)).toEqual(['free → 14:30', 'free until half past two', 'Free until 14:30']);
    expect(words({ freeFrom: now, ...work })?.[0]).toBe('free → 17:00');
    expect(words({ freeFrom: now })).toEqual(['free', 'free', 'Free']);
    expect(words({ ...free, freeUntil: at('23T18:00') })?.[0]).toBe('free → 17:00');
  });

  it('is from when on they are free while they are busy, unless that is no longer today', () => {
    expect(words({ freeFrom: at('23T14:30'), ...work })).toEqual([
      'free from 14:30',
      'free from half past two',
      'Free from 14:30',
    ]);
    expect(words({ freeFrom: at('23T17:00'), ...work })?.[0]).toBe('not free today');
    expect(words(work)?.[0]).toBe('not free today');
  });

  it('moves on as time does, and says nothing when what was told is over', () => {
    const busy = { freeFrom: at('23T12:30'), freeUntil: at('23T13:00') };
    expect(words(busy)?.[0]).toBe('free from 12:30');
    expect(words(busy, at('23T12:30'))?.[0]).toBe('free → 13:00');
    expect(words(busy, at('23T13:00'))).toBeUndefined();
  });

  it('is that they do not work yet, no longer, or not that day', () => {
    expect(words({ freeFrom: at('23T08:00'), ...work }, at('23T08:00'))?.[0]).toBe('works from 09:00');
    expect(words({ freeFrom: at('23T17:00'), ...work }, at('23T17:00'))?.[0]).toBe('off since 17:00');
    expect(words({ freeFrom: now, isDayOff: true })?.[0]).toBe('day off');
  });

  it('is until when they are out of the office, whatever else is so', () => {
    const away = (until?: number) => ({
      ...work,
      freeFrom: now,
      outOfOffice: until === undefined ? {} : { until },
    });
    expect(words(away())).toEqual(['out of office', 'out of office', 'Out of office']);
    expect(words(away(at('26T09:00')))).toEqual([
      'back Thursday',
      'out of office until Thursday',
      'Out of office until Thursday',
    ]);
    const said = (until: number) => words(away(until))?.[1];
    expect(said(at('24T09:00'))).toBe('out of office until tomorrow');
    expect(said(at('23T15:00'))).toBe('out of office until 15:00');
    expect(said(Date.UTC(2026, 11, 3))).toBe('out of office until 3 December');
    expect(said(Date.UTC(2027, 0, 4))).toBe('out of office until 4 January 2027');
    expect(words(away(at('23T11:00')))).toBeUndefined();
  });

  it('is nothing where nothing is told', () => {
    expect(words({ problem: 'noRight' })).toBeUndefined();
  });

  it('follows the clock and the words of the operator', () => {
    const free = { freeFrom: now, freeUntil: at('23T14:30') };
    expect(words(free, now, { timeZone: 'America/New_York', locale: 'en-US' })?.[0]).toMatch(
      /^free → 9:30.AM$/,
    );
    expect(words(free, now, { timeZone: 'Europe/Amsterdam', locale: 'nl' })).toEqual([
      'free → 15:30',
      'free until half past three',
      'Free until 15:30',
    ]);
  });
});

describe('Times', () => {
  it('are said as people say them', () => {
    const said = (time: string): string =>
      calendar.spoken({ kind: 'busy', until: at(`23T${time}`) }, now, london);
    expect(
      ['00:00', '12:00', '14:00', '14:05', '14:15', '14:25', '14:35', '14:45', '12:55', '14:12'].map(said),
    ).toEqual(
      [
        'midnight',
        'noon',
        'two o’clock',
        'five past two',
        'quarter past two',
        'twenty-five past two',
        'twenty-five to three',
        'quarter to three',
        'five to one',
        '14:12',
      ].map((time) => `free from ${time}`),
    );
  });

  it('of somebody elsewhere are told by both clocks', () => {
    const newYork = { ...london, timeZone: 'America/New_York' };
    expect(calendar.theirTime(now, newYork, -300)).toBe(
      'Their time is 07:00 in New York, 5 hours behind yours',
    );
    expect(calendar.theirTime(now, { ...london, timeZone: 'Asia/Kathmandu' }, 345)).toBe(
      'Their time is 17:45 in Kathmandu, 5 hours 45 minutes ahead of yours',
    );
    expect(calendar.theirs('14:30', '09:30')).toBe('14:30, 09:30 their time');
  });

  it('of the next free time and of coming back have a day when it is not today', () => {
    const next = (from: string, to: string): string => calendar.nextFree(at(from), at(to), now, london);
    expect(next('23T14:00', '23T15:00')).toBe('Next free 14:00 – 15:00');
    expect(next('24T09:00', '24T17:00')).toBe('Next free tomorrow 09:00 – 17:00');
    expect(['23T15:00', '24T09:00', '26T09:00'].map((back) => calendar.back(at(back), now, london))).toEqual([
      'Back at 15:00',
      'Back tomorrow',
      'Back on Thursday',
    ]);
    expect(calendar.back(Date.UTC(2026, 11, 3), now, london)).toBe('Back on 3 December');
  });
});
