import { describe, expect, it } from 'vitest';
import { savePreferencesSchema } from '../commands/save-preferences.ts';
import { misfitOf, type PreferenceSection, readSection } from './define-section.ts';
import { preferenceSections, sectionOf } from './sections.ts';

describe('A section of preferences', () => {
  it.each(Object.entries<PreferenceSection>(preferenceSections))(
    '%s has defaults that fit it',
    (_, section) => {
      expect(misfitOf(section, section.defaults)).toBeUndefined();
      expect(readSection(section, section.defaults)).toEqual(section.defaults);
    },
  );

  it('is read field by field: what is missing, unfit or unknown leaves the rest as it is', () => {
    const { look } = preferenceSections;
    expect(readSection(look, { theme: 'dark', density: 'airy', glow: true })).toEqual({
      ...look.defaults,
      theme: 'dark',
    });
    expect(
      readSection(look, JSON.parse('{"__proto__":{"theme":"dark"}}') as Record<string, unknown>),
    ).toEqual(look.defaults);
  });

  it('names the field that does not fit, and minds no field that it does not know', () => {
    const { ringing } = preferenceSections;
    expect(misfitOf(ringing, { volume: 101 })).toBe('volume');
    expect(misfitOf(ringing, { volume: 40, glow: [1, 2] })).toBeUndefined();
    expect(sectionOf('toString')).toBeUndefined();
  });
});

describe('Preferences to be saved', () => {
  const save = (value: unknown, section = 'layout') =>
    savePreferencesSchema.safeParse({ type: 'savePreferences', id: '1', section, value }).success;
  const nested = (depth: number): object => (depth === 1 ? {} : { in: nested(depth - 1) });

  it('may hold what a newer console knows', () => {
    expect(save({ panes: [{ id: 'calls', width: 320 }] })).toBe(true);
    expect(save({ anything: null }, 'newerThanWe')).toBe(true);
    expect(save(nested(8))).toBe(true);
  });

  it.each([
    ['nested without end', nested(9)],
    ['no object', [1]],
    ['U+0000 in a text', { name: 'a\0b' }],
    ['U+0000 in a name', { list: [{ 'a\0b': 1 }] }],
    ['half a character', { name: '\ud83d' }],
  ])('are refused when they hold %s', (_, value) => {
    expect(save(value)).toBe(false);
  });

  it.each(['', 'Layout', 'a b', '__proto__', 'x'.repeat(33)])('have no section called “%s”', (name) => {
    expect(save({}, name)).toBe(false);
  });
});
