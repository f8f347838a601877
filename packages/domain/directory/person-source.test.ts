import { expect, test } from 'vitest';
import { personId } from '../ids.ts';
import { personIdOf, sourceOf } from './person-source.ts';

test('an id says where somebody is known from', () => {
  expect(sourceOf(personId('6E0C0F3D-8A5B-4B0E-8C43-0B1F1D2A3C4E'))).toBe('directory');
  for (const source of ['organisation', 'shared', 'personal'] as const) {
    expect(sourceOf(personIdOf(source, '0192'))).toBe(source);
  }
});

test('an id has room in a message, with a GUID in it', () => {
  expect(personIdOf('organisation', '6e0c0f3d-8a5b-4b0e-8c43-0b1f1d2a3c4e').length).toBeLessThanOrEqual(64);
});
