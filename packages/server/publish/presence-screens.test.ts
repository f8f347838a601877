import { personId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { type PresenceScreen, PresenceScreens, type PresenceText } from './presence-screens.ts';

const [ada, ben, cy] = [personId('ada'), personId('ben'), personId('cy')];

interface FakeScreen extends PresenceScreen {
  backlog: number;
  readonly told: string[][];
}

const screen = (): FakeScreen => {
  const told: string[][] = [];
  return {
    backlog: 0,
    told,
    send(frame) {
      const { presences } = JSON.parse(frame) as { presences: { at: string }[] };
      told.push(presences.map(({ at }) => at));
    },
  };
};

/** Three people, each with a newest presence that counts up. */
function bench() {
  const screens = new PresenceScreens();
  const newest = new Map<string, PresenceText>();
  const say = (id: string, count: number, staleAt = 1_000): void => {
    newest.set(id, { asOf: count, staleAt, text: JSON.stringify({ at: `${id} ${count}` }) });
  };
  for (const id of [ada, ben, cy]) say(id, 1);
  const tell = () => screens.tell((id) => newest.get(id));
  const change = (id: typeof ada, count: number, staleAt?: number): void => {
    say(id, count, staleAt);
    screens.changed(id);
  };
  return { screens, tell, change, say };
}

test('a screen is told of those whom it shows, when it shows them, and of nobody else', () => {
  const { screens, tell, change } = bench();
  const [one, other] = [screen(), screen()];
  screens.show(one, new Set([ada, ben]));
  screens.show(other, new Set([ben]));
  tell();
  change(ada, 2);
  change(cy, 2);
  tell();
  tell();
  expect(one.told).toEqual([['ada 1', 'ben 1'], ['ada 2']]);
  expect(other.told).toEqual([['ben 1']]);
  screens.show(one, new Set([cy]));
  change(ada, 3);
  tell();
  expect(one.told.at(-1)).toEqual(['cy 2']);
});

test('a slow screen gets the newest when it is quick again, and not what it missed', () => {
  const { screens, tell, change } = bench();
  const slow = screen();
  screens.show(slow, new Set([ada, ben]));
  tell();
  slow.backlog = 1_000_000;
  for (let count = 2; count < 50; count += 1) {
    change(ada, count);
    expect(tell()).toBe(true);
  }
  slow.backlog = 0;
  expect(tell()).toBe(false);
  expect(slow.told).toEqual([['ada 1', 'ben 1'], ['ada 49']]);
});

test('what will soon be stale is told anew only if it is newer', () => {
  const { screens, tell, say } = bench();
  const one = screen();
  screens.show(one, new Set([ada, ben]));
  tell();
  screens.refresh(1_000);
  tell();
  expect(one.told).toHaveLength(1);
  say(ada, 7, 9_000);
  screens.refresh(1_000);
  tell();
  screens.refresh(1_000);
  tell();
  expect(one.told).toEqual([['ada 1', 'ben 1'], ['ada 7']]);
});

test('who leaves is told nothing, and leaves nobody behind', () => {
  const { screens, tell, change } = bench();
  const one = screen();
  screens.show(one, new Set([ada]));
  screens.leave(one);
  change(ada, 2);
  tell();
  expect([one.told, screens.people(), screens.isEmpty]).toEqual([[], [], true]);
});
