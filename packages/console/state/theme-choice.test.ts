import { expect, it } from 'vitest';
import { shownTheme } from './theme-choice.ts';

it('The theme puts high contrast before dark, and a choice before both', () => {
  expect(shownTheme('system', { isDark: true, isContrast: true })).toBe('contrast');
  expect(shownTheme('system', { isDark: true, isContrast: false })).toBe('dark');
  expect(shownTheme('system', { isDark: false, isContrast: false })).toBe('light');
  expect(shownTheme('light', { isDark: true, isContrast: true })).toBe('light');
});
