import { expect, test } from 'vitest';
import { nameOf, readKeptWorlds } from '../soak/sequences/kept-world.ts';
import { live } from '../worlds/random-world.ts';

const worlds = await readKeptWorlds();

test('every kept world bears the name of what happens in it, so none is kept twice', () => {
  expect(worlds.map(({ name }) => name)).toEqual(worlds.map(({ plan }) => nameOf(plan)));
});

test.each(worlds)('the world $name, in which once $broken', async ({ plan }) => {
  expect(await live(plan)).toEqual([]);
});
