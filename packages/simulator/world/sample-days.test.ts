import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { contoso } from './contoso.ts';
import { setSampleDays } from './sample-days.ts';
import { World } from './world.ts';

/** A Sunday. */
const noon = Date.UTC(2026, 10, 29, 12);
const hour = 3_600_000;

function sampleWorld(): World {
  let count = 0;
  const newId = (): string => `id-${++count}`;
  const world = new World({ clock: new ManualClock(noon), newId, seed: 1, people: 100 });
  setSampleDays(world);
  return world;
}

test('the fixed people have days to look at, on a Sunday too', () => {
  const world = sampleWorld();
  const dayOf = (id: string) => {
    const person = must(world.directory.find(id), 'a person');
    return world.calendars.between(person, noon - 12 * hour, noon + 12 * hour);
  };
  const { jan, siobhan, director } = contoso.people;
  expect(dayOf(jan).map(({ showAs, isPrivate }) => [showAs, isPrivate])).toEqual([
    ['busy', false],
    ['busy', true],
    ['busy', false],
    ['tentative', false],
  ]);
  expect(dayOf(siobhan).map(({ showAs }) => showAs)).toEqual(['workingElsewhere', 'busy', 'busy']);
  // Half past nine in New York.
  expect(dayOf(director)[0]?.start).toBe(Date.UTC(2026, 10, 29, 14, 30));
  const person = must(world.directory.find(jan), 'Jan');
  expect(world.calendars.hoursOf(person).days).toContain(7);
  const atWork = Array.from({ length: 70 }, (_, n) => must(world.directory.at(n + 15), 'a person')).filter(
    (each) => world.calendars.hoursOf(each).days.includes(7),
  );
  expect(atWork).toHaveLength(50);
});

test('one is out of the office with a text and a day of return, one has no mailbox', () => {
  const world = sampleWorld();
  const { sigridur } = contoso.people;
  expect(world.absences.of(sigridur)).toMatchObject({
    message: expect.stringContaining('congress'),
    until: Date.UTC(2026, 11, 3),
  });
  const without = Array.from({ length: 20 }, (_, n) => must(world.directory.at(n), 'a person')).filter(
    (person) => person.kind === 'member' && !world.calendars.hasMailbox(person),
  );
  expect(without).toHaveLength(1);
});
