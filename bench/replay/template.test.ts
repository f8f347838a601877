import { expect, test } from 'vitest';
import { compileTemplate, fillTemplate } from './template.ts';

test('ids are exchanged and instants moved, and nothing else is touched', () => {
  const recordedAt = 1_795_435_000_000;
  const text = '{"a":"id-1","b":["id-2","id-1"],"at":1795435000250,"n":12,"phone":"+15550100"}';
  const template = compileTemplate(text, ['id-1', 'id-2'], recordedAt);
  const filled = fillTemplate(template, (id) => `new-${id}`, recordedAt + 1_000);
  expect(filled).toBe(
    '{"a":"new-id-1","b":["new-id-2","new-id-1"],"at":1795435001250,"n":12,"phone":"+15550100"}',
  );
});
