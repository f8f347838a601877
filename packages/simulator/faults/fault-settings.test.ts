import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { World } from '../world/world.ts';
import { FaultDial } from './fault-dial.ts';
import { changeFaults, noFaultSettings } from './fault-settings.ts';
import { readFaultOptions } from './read-fault-option.ts';

const world = new World({ clock: new ManualClock(0), newId: () => 'id', seed: 1, people: 30 });
const dial = () => new FaultDial({ world, seed: 1, forgetCall: () => false });

test.each([
  [{ dropp: { probability: 1 } }, 'dropp: there is no such fault; there are drop, double'],
  [{ drop: { probability: 2 } }, 'drop.probability: '],
  [{ drop: { chance: 1 } }, 'drop: '],
  [{ drop: { kinds: ['smoke'] } }, 'drop.kinds.0: '],
  [{ unavailable: { done: 'perhaps' } }, 'unavailable.done: '],
  [{ delay: { minMs: 9_000 } }, 'delay.minMs: 9000 is more than maxMs, 2000'],
  [{ drop: 0.5 }, 'drop: give an object'],
  [7, 'faults: give an object'],
])('%j is refused in words', (change, words) => {
  expect(changeFaults(noFaultSettings, change)).toMatchObject({
    ok: false,
    refusal: expect.stringContaining(words),
  });
});

test('a change leaves what it does not name, and a refused one leaves everything', () => {
  const faults = dial();
  faults.set({ delay: { probability: 0.5 } });
  faults.set({ delay: { maxMs: 5_000 }, drop: { next: 2 } });
  expect(faults.settings.delay).toMatchObject({ probability: 0.5, minMs: 200, maxMs: 5_000 });
  expect(faults.change({ drop: { next: 0 }, delay: { minMs: -1 } }).ok).toBe(false);
  expect(faults.settings.drop.next).toBe(2);
  expect(faults.reset()).toEqual(noFaultSettings);
});

test('people whom nobody knows are refused by name', () => {
  expect(dial().change({ voicemail: { people: ['nobody@contoso.example'] } })).toMatchObject({
    refusal: 'voicemail.people: there is nobody with the id or principal name nobody@contoso.example',
  });
  expect(() => dial().set({ drop: { probability: -1 } })).toThrow('drop.probability');
});

test('the command line’s short forms name a probability or any other member', () => {
  const read = readFaultOptions([
    'drop=0.05',
    'drop.kinds=call,roster',
    'throttle.retryAfterSeconds=none',
    'throttle.sticky=true',
    'unavailable.done=always',
  ]);
  const changed = read.ok ? changeFaults(noFaultSettings, read.value) : read;
  expect(changed).toMatchObject({
    value: {
      drop: { probability: 0.05, kinds: ['call', 'roster'] },
      throttle: { probability: 0, retryAfterSeconds: null, sticky: true },
      unavailable: { done: 'always' },
    },
  });
  expect(readFaultOptions(['drop'])).toMatchObject({ ok: false });
});
