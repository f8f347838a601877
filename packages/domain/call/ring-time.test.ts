import { expect, test } from 'vitest';
import type { Destination } from '../queue/queue.ts';
import {
  add,
  caller,
  closedNow,
  consult,
  established,
  given,
  incomingCall,
  timePassed,
  tom,
  transfer,
} from './call.testing.ts';
import type { CallStory } from './call-story.testing.ts';
import type { Target } from './command.ts';

const mobile: Target = { kind: 'number', number: '+442079460188' };

/** A call that rings for somebody, and whether it does so as long as this and no longer. */
function ringsFor(call: CallStory, milliseconds: number): boolean {
  const { name } = call.state;
  const isRinging = (): boolean =>
    call.state.name === name && 'invitation' in call.state && call.state.invitation !== undefined;
  call.after(milliseconds - 1).when(timePassed);
  const rang = isRinging();
  call.after(1).when(timePassed);
  return rang && !isRinging();
}

test('given an operator who puts a caller through, asks or adds, a number rings for the time of numbers', () => {
  for (const how of [transfer, consult, add]) {
    expect(ringsFor(given('connected', how(mobile)), 30_000)).toBe(true);
    expect(ringsFor(given('connected', how(tom)), 18_000)).toBe(true);
  }
});

const closedTo = (destination: Destination, bridge: 'anchor' | 'direct' = 'anchor') =>
  incomingCall(caller, { bridge, numberRing: 45_000, diversions: { closed: { destination } } }, closedNow);

test('given a queue that does not keep a call, so does the number that it is diverted or sent on to', () => {
  const toNumber = { to: 'number', number: mobile.number } as const;
  expect(ringsFor(closedTo(toNumber).when(established), 45_000)).toBe(true);
  expect(ringsFor(closedTo({ to: 'person', personId: tom.id }).when(established), 18_000)).toBe(true);
  expect(closedTo(toNumber, 'direct').asked('redirect').ringFor).toBe(45_000);
});
