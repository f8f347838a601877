import { expect, test } from 'vitest';
import { isAllowed } from './check-licences.ts';

test.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND BSD-3-Clause', '(GPL-2.0 OR (MIT AND ISC))', 'PostgreSQL'])(
  'accepts %s',
  (licence) => {
    expect(isAllowed(licence)).toBe(true);
  },
);

test.each([
  'GPL-3.0',
  'MIT AND GPL-3.0',
  '(GPL-2.0 OR LGPL-3.0)',
  'UNLICENSED',
  'SEE LICENSE IN EULA',
  'MIT trailing',
  '',
])('refuses %j', (licence) => {
  expect(isAllowed(licence)).toBe(false);
});
