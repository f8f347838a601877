import { describe, expect, it } from 'vitest';
import { shownTheme, ThemePreference } from './theme-choice.ts';

describe('The theme', () => {
  it('is kept in the browser, and follows the system until one is chosen', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const first = new ThemePreference(storage);
    expect(first.choice.getSnapshot()).toBe('system');
    first.choose('dark');
    expect(new ThemePreference(storage).choice.getSnapshot()).toBe('dark');
  });

  it('works where the browser keeps nothing or keeps nonsense', () => {
    const forbid = (): never => {
      throw new Error('forbidden');
    };
    const theme = new ThemePreference({ getItem: forbid, setItem: forbid });
    theme.choose('light');
    expect(theme.choice.getSnapshot()).toBe('light');
    const nonsense = new ThemePreference({ getItem: () => 'pink', setItem: () => {} });
    expect(nonsense.choice.getSnapshot()).toBe('system');
  });

  it('puts high contrast before dark, and a choice before both', () => {
    expect(shownTheme('system', { isDark: true, isContrast: true })).toBe('contrast');
    expect(shownTheme('system', { isDark: true, isContrast: false })).toBe('dark');
    expect(shownTheme('system', { isDark: false, isContrast: false })).toBe('light');
    expect(shownTheme('light', { isDark: true, isContrast: true })).toBe('light');
  });
});
