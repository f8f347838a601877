import { layout } from '@switchboard/contract/preferences/layout';
import type { CallView } from '@switchboard/contract/views/call-view';
import { describe, expect, it } from 'vitest';
import { Cell } from '../connection/cell.ts';
import { keptFor } from '../testing/kept.testing.ts';
import { me, talkingCall, waitingCall } from '../testing/sample-office.testing.ts';
import { arrangeCalls } from './arrange-calls.ts';
import { Tour, tourSteps } from './tour.ts';

const calls = (...all: CallView[]) => arrangeCalls(all, me.operatorId, undefined);

describe('The tour', () => {
  const start = (tourSeen = 0) => {
    const kept = keptFor({ ...layout.defaults, tourSeen });
    const arrangement = new Cell(calls());
    const tour = new Tour(kept, arrangement);
    return { kept, arrangement, tour, name: () => tour.state.getSnapshot()?.step.name };
  };

  it('opens by itself once, and never again for who has put it aside', () => {
    const { tour, name, kept } = start();
    tour.openFirst();
    expect(name()).toBe('welcome');
    tour.close();
    tour.openFirst();
    expect(name()).toBeUndefined();
    expect(kept.value.getSnapshot().tourSeen).toBeGreaterThan(0);
    tour.open();
    expect(name()).toBe('welcome');
  });

  it('goes on and back by steps, and is over after the last', () => {
    const { tour, name } = start(99);
    tour.next();
    expect(name()).toBeUndefined();
    tour.open();
    tour.back();
    expect(name()).toBe('welcome');
    tour.next();
    tour.next();
    tour.back();
    expect(tour.state.getSnapshot()).toMatchObject({
      step: { name: 'take' },
      place: 2,
      count: tourSteps.length,
    });
    for (const _ of tourSteps) tour.next();
    expect(name()).toBeUndefined();
  });

  it.each([
    ['is offered', waitingCall(0, { offer: { until: 9_000 } })],
    ['waits to be taken', waitingCall(0)],
    ['is talked in', talkingCall(0)],
  ])('steps aside while a call %s, and goes on where it was', (_, call) => {
    const { tour, name, arrangement } = start();
    tour.openFirst();
    tour.next();
    arrangement.set(calls(call));
    expect(name()).toBeUndefined();
    arrangement.set(calls());
    expect(name()).toBe('take');
  });

  it('does not begin while a call is there', () => {
    const { tour, name, arrangement } = start();
    arrangement.set(calls(waitingCall(0)));
    tour.openFirst();
    expect(name()).toBeUndefined();
    arrangement.set(calls());
    expect(name()).toBe('welcome');
  });
});
