import path from 'node:path';
import { expect, test } from 'vitest';
import { blindRules } from './check-imports.ts';

test('every rule of the import table refuses the import planted for it', async () => {
  expect(await blindRules(path.join(import.meta.dirname, '..', '..'))).toEqual([]);
}, 60_000);
