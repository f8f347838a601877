import { expect, test } from 'vitest';
import { type OpenStateInput, openStateOf } from './open-state.ts';
import type { OpeningHours } from './queue.ts';

const at = (text: string): number => Date.parse(text);
const hours: OpeningHours = {
  timeZone: 'Europe/London',
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
  holidays: [
    { date: '12-25', name: 'Christmas Day' },
    { date: '12-24', name: 'Christmas Eve', periods: [{ from: '09:00', to: '12:00' }] },
  ],
};
const monday = at('2026-11-23T10:00Z');
const mondayEvening = at('2026-11-23T20:00Z');

const given = (changes: Partial<OpenStateInput> = {}): OpenStateInput => ({
  settings: { hours, nightWhenLastLeaves: false },
  switches: { mode: 'auto', isEmergency: false },
  operatorsAtWork: 2,
  now: monday,
  ...changes,
});
const switchedTo = (mode: 'day' | 'night', switchedUntil?: number): Partial<OpenStateInput> => ({
  switches: { mode, isEmergency: false },
  ...(switchedUntil === undefined ? {} : { switchedUntil }),
});

test('by its hours a queue is open or closed until they change', () => {
  expect(openStateOf(given())).toEqual({ state: 'open', reason: 'hours', until: at('2026-11-23T17:00Z') });
  expect(openStateOf(given({ now: mondayEvening }))).toEqual({
    state: 'closed',
    reason: 'hours',
    until: at('2026-11-24T09:00Z'),
  });
});

test('on a holiday the reason is its name, outside its own times', () => {
  const christmas = { holiday: 'Christmas Day', until: at('2026-12-28T09:00Z') };
  expect(openStateOf(given({ now: at('2026-12-25T10:00Z') }))).toEqual({
    state: 'closed',
    reason: 'holiday',
    ...christmas,
  });
  expect(openStateOf(given({ now: at('2026-12-24T10:00Z') }))).toEqual({
    state: 'open',
    reason: 'hours',
    holiday: 'Christmas Eve',
    until: at('2026-12-24T12:00Z'),
  });
  expect(openStateOf(given({ now: at('2026-12-24T13:00Z') }))).toMatchObject({
    state: 'closed',
    reason: 'holiday',
    holiday: 'Christmas Eve',
  });
});

test('a queue without hours is always open', () => {
  expect(openStateOf(given({ settings: { nightWhenLastLeaves: false } }))).toEqual({
    state: 'open',
    reason: 'noHours',
  });
});

test('switched by hand, the hours do not count', () => {
  expect(openStateOf(given(switchedTo('night')))).toEqual({ state: 'closed', reason: 'byHand' });
  expect(openStateOf(given({ ...switchedTo('day'), now: mondayEvening }))).toEqual({
    state: 'open',
    reason: 'byHand',
  });
});

test('a switch with an end holds up to that very moment', () => {
  const until = monday + 60_000;
  const closed = { state: 'closed', reason: 'byHand', until };
  expect(openStateOf(given(switchedTo('night', until)))).toEqual(closed);
  expect(openStateOf(given({ ...switchedTo('night', until), now: until - 1 }))).toEqual(closed);
  expect(openStateOf(given({ ...switchedTo('night', until), now: until }))).toMatchObject({
    state: 'open',
    reason: 'hours',
  });
});

test('when the last operator leaves the queue closes, if it is told to', () => {
  const settings = { hours, nightWhenLastLeaves: true };
  expect(openStateOf(given({ settings, operatorsAtWork: 1 }))).toMatchObject({ state: 'open' });
  expect(openStateOf(given({ settings, operatorsAtWork: 0 }))).toEqual({
    state: 'closed',
    reason: 'nobodyThere',
    until: at('2026-11-23T17:00Z'),
  });
  expect(openStateOf(given({ operatorsAtWork: 0 }))).toMatchObject({ state: 'open', reason: 'hours' });
});

test('an empty room closes a day by hand and a queue without hours too, but is no reason at night', () => {
  const settings = { hours, nightWhenLastLeaves: true };
  const nobody = { operatorsAtWork: 0 };
  expect(openStateOf(given({ settings, ...nobody, ...switchedTo('day') })).reason).toBe('nobodyThere');
  expect(openStateOf(given({ settings: { nightWhenLastLeaves: true }, ...nobody })).reason).toBe(
    'nobodyThere',
  );
  expect(openStateOf(given({ settings, ...nobody, now: mondayEvening })).reason).toBe('hours');
  expect(openStateOf(given({ settings, ...nobody, ...switchedTo('night') })).reason).toBe('byHand');
});

test('an emergency goes before everything and lasts until it is switched off', () => {
  for (const mode of ['auto', 'day', 'night'] as const) {
    const switches = { mode, isEmergency: true };
    expect(openStateOf(given({ switches, operatorsAtWork: 0 }))).toEqual({
      state: 'emergency',
      reason: 'emergency',
    });
  }
});
