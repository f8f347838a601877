import { expect, it } from 'vitest';
import { misfits, missingTexts } from './missing-texts.ts';

it('Every language has every text, and no more', async () => {
  expect(await missingTexts()).toEqual([]);
});

it('What lacks in a language, is too much or of another kind is named by its path', () => {
  const english = { bar: { keys: 'Keys', waits: () => '' }, list: ['a', 'b'], none: '' };
  expect(misfits(english, english, '')).toEqual([]);
  expect(misfits(english, { bar: { keys: '', old: 'x' }, list: ['a'], none: '' }, '')).toEqual([
    'bar.keys',
    'bar.waits',
    'bar.old',
    'list.1',
  ]);
  expect(misfits(english, { ...english, bar: 'Keys' }, '')).toEqual(['bar']);
});
