import { expect, test } from 'vitest';
import { table } from './table.ts';
import { widthOf } from './text-width.ts';

const id = '01940000-0000-7000-8000-000000000001';

test('columns are as wide as what is in them', () => {
  expect(table([{ title: 'A' }, { title: 'B' }], [['one', 'x']])).toBe('A    B\none  x');
});

test('a long text is broken at spaces and an id is left whole', () => {
  const name = 'The reception of the northern branch of Contoso in the harbour, open all night';
  const lines = table([{ title: 'NAME' }, { title: 'ID', isFixed: true }], [[name, id]]).split('\n');
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
  expect(lines[1]).toContain(id);
  expect(lines.map((line) => line.slice(0, 42).trim()).join(' ')).toBe(`NAME ${name}`);
});

test('a word without spaces is cut, and wide signs count twice', () => {
  const lines = table(
    [{ title: 'NAME' }, { title: 'ID', isFixed: true }],
    [
      ['x'.repeat(100), id],
      ['東京'.repeat(30), id],
    ],
  ).split('\n');
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
  expect(lines.join('').replaceAll(/[^x]/g, '')).toHaveLength(100);
  expect(lines.join('').replaceAll(/[^東京]/g, '')).toHaveLength(60);
});

test('the lines of a cell stand below each other, beside the other cells', () => {
  expect(table([{ title: 'A' }, { title: 'B' }], [[['1', '2'], 'x']])).toBe('A  B\n1  x\n2');
});

test('a table of nothing has its titles', () => {
  expect(table([{ title: 'A' }, { title: 'B' }], [])).toBe('A  B');
});
