import { expect, test } from 'vitest';
import { textFromHtml } from './text-from-html.ts';

test.each([
  ['plain', 'plain'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<script>alert("x")</script>hello <b>world</b>', 'hello world'],
  ['<style>a<b>c</style>d', 'd'],
  ['5 &lt; 6 &amp;&amp; x &unknown; &#x1F600; &#0;', '5 < 6 && x &unknown; 😀'],
  ['a <not a tag', 'a'],
  ['', ''],
])('%j reads %j', (html, expected) => {
  expect(textFromHtml(html)).toBe(expected);
});

test('a hostile text of two million characters is read, in less than the square of its length', () => {
  for (const piece of ['<style>', '<', '&', '&#', ' \n', '<p '])
    expect(textFromHtml(piece.repeat(2_000_000 / piece.length))).toBeTypeOf('string');
});
