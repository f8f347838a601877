import path from 'node:path';
import { expect, test } from 'vitest';
import { findLinkProblems, headings } from './check-links.ts';

const root = path.join(import.meta.dirname, '..', '..');
const page = (text: string): readonly string[] => findLinkProblems(root, [{ name: 'docs/page.md', text }]);

test.each([
  'See [the package](../package.json).',
  'See [there](#a-heading).\n\n## A heading\n',
  'See [the web](https://example.com/nowhere) and `[code](nowhere.md)`.',
  '```\n[code](nowhere.md)\n```\n',
])('accepts %j', (text) => {
  expect(page(text)).toEqual([]);
});

test.each([
  ['a file that is not there', 'one\n[x](nowhere.md)', 'docs/page.md:2: nowhere.md: there is no such file'],
  ['a heading that is not there', '[x](#nowhere)', 'docs/page.md:1: #nowhere: docs/page.md has no heading'],
  ['an image that is not there', '![x](picture.png)', 'picture.png: there is no such file'],
  ['a path from the root', '[x](/docs/page.md)', 'link relative to this file'],
])('refuses %s', (_, text, reason) => {
  expect(page(text)).toEqual([expect.stringContaining(reason)]);
});

test('headings get the anchors that code hosts give them', () => {
  expect(headings('# The `way` of a call\n## Été, über!\n## Twice\n## Twice\n')).toEqual(
    new Set(['the-way-of-a-call', 'été-über', 'twice', 'twice-1']),
  );
});
