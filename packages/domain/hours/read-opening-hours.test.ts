import { expect, test } from 'vitest';
import { isOpenAt } from './opening-hours.ts';
import { mostHolidays, mostPeriods, readOpeningHours } from './read-opening-hours.ts';

const sample = {
  timeZone: 'Europe/London',
  week: { '1': [{ from: '09:00', to: '17:30' }] },
  holidays: [{ date: '12-25', name: 'Christmas Day' }],
};

test('hours without fault are read as they are', () => {
  expect(readOpeningHours(sample)).toEqual({ ok: true, value: sample });
});

test('periods come out in the order of time, names without spaces around, and what is empty not at all', () => {
  const entered = {
    timeZone: 'Asia/Kathmandu',
    week: {
      '7': [],
      '2': [
        { from: '13:00', to: '24:00' },
        { from: '00:00', to: '13:00' },
      ],
    },
    holidays: [{ date: '2028-02-29', name: ' Leap day ', periods: [] }],
  };
  const expected = {
    timeZone: 'Asia/Kathmandu',
    week: { '2': entered.week['2'].toReversed() },
    holidays: [{ date: '2028-02-29', name: 'Leap day' }],
  };
  expect(readOpeningHours(entered)).toEqual({ ok: true, value: expected });
});

test('holidays may be left out', () => {
  const { timeZone, week } = sample;
  const read = readOpeningHours({ timeZone, week });
  expect(read.ok && read.value.holidays).toEqual([]);
  expect(read.ok && isOpenAt(read.value, Date.parse('2026-11-23T09:00Z'))).toBe(true);
});

const week = (...periods: unknown[]): object => ({ ...sample, week: { '3': periods } });
const holiday = (fields: object): object => ({
  ...sample,
  holidays: [{ date: '12-25', name: 'A day', ...fields }],
});

/** What is entered, the field that is named, and a part of what is said of it. */
test.each([
  ['nothing', undefined, '', 'nothing is no object'],
  ['a list', [], '', 'a list is no object'],
  ['no zone', { week: {} }, 'timeZone', 'nothing is no time zone'],
  ['a zone that is none', { ...sample, timeZone: 'Europe/Atlantis' }, 'timeZone', '"Europe/Atlantis"'],
  ['a fixed offset', { ...sample, timeZone: '+02:00' }, 'timeZone', '"+02:00" is no time zone'],
  ['a slip in a name', { ...sample, holiday: [] }, 'holiday', '"holiday" is not known here'],
  ['no week', { timeZone: 'UTC' }, 'week', 'nothing is no object'],
  ['a day by its name', { ...sample, week: { monday: [] } }, 'week.monday', '"monday" is not known here'],
  ['a day without a list', { ...sample, week: { '1': '09:00' } }, 'week.1', '"09:00" is no list'],
  ['a period that is none', week('09:00-17:00'), 'week.3[0]', '"09:00-17:00" is no object'],
  ['a time of 12 hours', week({ from: '9:00', to: '17:00' }), 'week.3[0].from', '"9:00" is no time'],
  ['a time beyond the day', week({ from: '09:00', to: '24:01' }), 'week.3[0].to', '"24:01" is no time'],
  ['a number', week({ from: 9, to: '17:00' }), 'week.3[0].from', 'a number is no time'],
  ['a begin at the end', week({ from: '24:00', to: '24:00' }), 'week.3[0].from', '"24:00" is no time'],
  ['no length', week({ from: '09:00', to: '09:00' }), 'week.3[0].to', '09:00 is not later than 09:00'],
  ['across midnight', week({ from: '22:00', to: '06:00' }), 'week.3[0].to', '06:00 is not later than 22:00'],
  ['more in a period', week({ from: '09:00', to: '10:00', until: 1 }), 'week.3[0].until', 'not known here'],
  [
    'periods that overlap',
    week({ from: '12:00', to: '17:00' }, { from: '09:00', to: '12:01' }),
    'week.3',
    '09:00–12:01 and 12:00–17:00 overlap',
  ],
  ['too many periods', week(...Array.from({ length: mostPeriods + 1 })), 'week.3', 'there are 25 of them'],
  [
    'too many holidays',
    { ...sample, holidays: Array.from({ length: mostHolidays + 1 }) },
    'holidays',
    '1001',
  ],
  ['a date in another order', holiday({ date: '25-12-2026' }), 'holidays[0].date', '"25-12-2026" is no date'],
  ['a day that is none', holiday({ date: '2027-02-29' }), 'holidays[0].date', '"2027-02-29" is no date'],
  ['a day that never is', holiday({ date: '02-30' }), 'holidays[0].date', '"02-30" is no date'],
  ['a month that is none', holiday({ date: '13-01' }), 'holidays[0].date', '"13-01" is no date'],
  ['no name', holiday({ name: '  ' }), 'holidays[0].name', '"  " is no name'],
  ['a long name', holiday({ name: 'x'.repeat(101) }), 'holidays[0].name', `${'x'.repeat(40)}…`],
  [
    'a bad time on a holiday',
    holiday({ periods: [{ from: 'x', to: 'y' }] }),
    'holidays[0].periods[0].from',
    '"x"',
  ],
  [
    'a holiday twice',
    { ...sample, holidays: [...sample.holidays, { date: '12-25', name: 'Again' }] },
    'holidays[1].date',
    '12-25 is there twice',
  ],
])('%s is refused with its field and a remedy', (_what, input, field, problem) => {
  const read = readOpeningHours(input);
  expect(read).toMatchObject({
    ok: false,
    refusal: { field, remedy: expect.stringMatching(/^\w.{9,}[^.]$/) },
  });
  expect(!read.ok && read.refusal.problem).toContain(problem);
});
