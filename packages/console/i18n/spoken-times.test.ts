import { describe, expect, it } from 'vitest';
import type { Locality } from '../state/locality.ts';
import { calendar as dutch } from './dutch-calendar.ts';
import { calendar as english } from './english-calendar.ts';
import { calendar as french } from './french-calendar.ts';
import { calendar as german } from './german-calendar.ts';

const at = (text: string): number => Date.parse(`2026-11-${text}Z`);
/** A Monday. */
const now = at('23T08:00');
const zone: Locality = { timeZone: 'UTC', locale: 'en-GB' };
const calendars = { en: english, nl: dutch, de: german, fr: french };
type Language = keyof typeof calendars;

const freeUntil = (language: Language, time: string): string =>
  calendars[language].spoken({ kind: 'free', until: at(`23T${time}`) }, now, zone);

describe('The time of day as people say it', () => {
  it.each<[Language, readonly (readonly [string, string])[]]>([
    [
      'en',
      [
        ['14:30', 'free until half past two'],
        ['14:45', 'free until quarter to three'],
      ],
    ],
    [
      'nl',
      [
        ['13:00', 'vrij tot een uur'],
        ['14:05', 'vrij tot vijf over twee'],
        ['14:15', 'vrij tot kwart over twee'],
        ['14:20', 'vrij tot tien voor half drie'],
        ['14:30', 'vrij tot half drie'],
        ['14:35', 'vrij tot vijf over half drie'],
        ['14:45', 'vrij tot kwart voor drie'],
        ['12:30', 'vrij tot half een'],
        ['23:55', 'vrij tot vijf voor twaalf'],
        ['14:31', 'vrij tot 14:31'],
      ],
    ],
    [
      'de',
      [
        ['13:00', 'frei bis ein Uhr'],
        ['13:05', 'frei bis fünf nach eins'],
        ['14:15', 'frei bis Viertel nach zwei'],
        ['14:25', 'frei bis fünf vor halb drei'],
        ['14:30', 'frei bis halb drei'],
        ['14:40', 'frei bis zwanzig vor drei'],
        ['14:45', 'frei bis Viertel vor drei'],
        ['12:00', 'frei bis zwölf Uhr mittags'],
        ['14:31', 'frei bis 14:31'],
      ],
    ],
    [
      'fr',
      [
        ['13:00', 'libre jusqu’à 13 heures'],
        ['14:30', 'libre jusqu’à 14 heures 30'],
        ['14:05', 'libre jusqu’à 14 heures 05'],
        ['12:00', 'libre jusqu’à midi'],
        ['00:30', 'libre jusqu’à 0 heure 30'],
      ],
    ],
  ])('in %s', (language, times) => {
    expect(times.map(([time]) => [time, freeUntil(language, time)])).toEqual(times);
  });
});

describe('A day', () => {
  it.each<[Language, string, string, string]>([
    ['en', 'out of office until Thursday', 'Back on 3 December', 'tomorrow 09:00'],
    ['nl', 'afwezig tot donderdag', 'Terug op 3 december', 'morgen 09:00'],
    ['de', 'abwesend bis Donnerstag', 'Zurück am 3. Dezember', 'morgen 09:00'],
    ['fr', 'absence jusqu’à jeudi', 'De retour le 3 décembre', 'demain 09:00'],
  ])('has its name and its order in %s', (language, until, back, next) => {
    const say = calendars[language];
    expect(say.spoken({ kind: 'away', back: at('26T09:00') }, now, zone)).toBe(until);
    expect(say.back(Date.parse('2026-12-03T09:00Z'), now, zone)).toBe(back);
    expect(say.nextFree(at('24T09:00'), at('24T10:30'), now, zone)).toContain(`${next} – 10:30`);
  });

  it('is written as the operator’s own kind of the language has it, by their clock', () => {
    expect(german.clock(at('23T14:30'), { timeZone: 'UTC', locale: 'de-AT' })).toBe('14:30');
    expect(english.clock(at('23T14:30'), { timeZone: 'UTC', locale: 'en-US' })).toMatch(/^2:30\sPM$/);
    expect(dutch.clock(at('23T14:30'), { timeZone: 'UTC', locale: 'en-US' })).toMatch(/^2:30\sp\.m\.$/);
  });
});
