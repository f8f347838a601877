import { refusalCodes } from '@switchboard/contract/errors/refusal';
import { callActions, endReasons, missReasons } from '@switchboard/contract/views/call-view';
import { ended, missed } from '@switchboard/contract/words/reason-words';
import { describe, expect, it } from 'vitest';
import { me } from '../testing/sample-office.testing.ts';
import { clockTime } from './durations.ts';
import { spoken } from './english-words.ts';
import { english } from './texts.ts';

describe('The texts', () => {
  it.each(refusalCodes)('have a sentence for the refusal %s that names the action', (code) => {
    for (const action of callActions) {
      const sentence = english.refused(action, { code });
      expect(sentence).toMatch(/^[A-Z][^:]+: [a-zA-Z].+\.$/);
      expect(sentence).not.toContain('undefined');
    }
  });

  it('name who has a call, and what does not fit', () => {
    expect(english.refused('accept', { code: 'callTaken', by: 'Ben Adeyemi' })).toBe(
      'Take: Ben Adeyemi has taken this call.',
    );
    expect(
      english.refused('transfer', { code: 'malformed', field: 'personId', remedy: 'Choose a person.' }),
    ).toBe('Put through: the server did not understand “personId”. Choose a person.');
  });

  it('say at a field what to do there, as a sentence', () => {
    const malformed = { code: 'malformed', field: 'tasks.3', remedy: 'at most 100 characters' } as const;
    expect(english.refusedAt(malformed)).toBe('At most 100 characters.');
    expect(english.refusedAt({ code: 'numberInvalid', remedy: 'check the digits' })).toBe(
      'This is no telephone number. Check the digits.',
    );
    expect(english.refusedAt({ code: 'tooManyKept' })).toBe('There is no room for more. Remove some first.');
  });

  it('have words for every way to miss a call and to end one', () => {
    expect(Object.keys(missed).toSorted()).toEqual([...missReasons].toSorted());
    expect(Object.keys(ended).toSorted()).toEqual([...endReasons].toSorted());
  });

  it('write durations as clocks do and say them in words', () => {
    expect(['0:00', '0:48', '12:05', '1:02:03']).toEqual([-5, 48_999, 725_000, 3_723_000].map(clockTime));
    expect(spoken(0)).toBe('0 seconds');
    expect(spoken(72_000)).toBe('1 minute 12 seconds');
    expect(spoken(3_600_000)).toBe('1 hour');
  });
});

describe('The sentences of a timeline', () => {
  const full = {
    at: 0,
    operator: 'Eva Bergström',
    target: { name: 'Jan de Vries' },
    queue: 'Reception',
    slot: 3,
  };
  const steps =
    'callArrived greetingBegun callQueued operatorsOffered offerRefused operatorRung operatorMissed operatorJoined ' +
    'callHeld callResumed transferBegun transferReturned transferTakenBack operatorLeft callHandedOver callRecalled ' +
    'consultBegun consultAnswered consultSwapped consultMissed consultEnded consultReleased callMerged guestInvited ' +
    'guestJoined guestMissed guestLeft mergeEnded callParked callCamped messageBegun divertBegun divertMissed ' +
    'callMoved callBackPromised messageSent tonesSent callEnded';

  it.each(steps.split(' '))('have one for %s, with all and with nothing known', (step) => {
    for (const entry of [
      { ...full, step, why: 'noAnswer' },
      { at: 0, step },
    ]) {
      const sentence = english.timeline.sentence(entry);
      expect(sentence).toMatch(/^\p{Lu}/u);
      expect(sentence).toContain(' ');
      expect(sentence).not.toMatch(/undefined|NaN/);
    }
  });

  it('show the plain word of a step that is not known', () => {
    expect(english.timeline.sentence({ at: 0, step: 'somethingNew' })).toBe('somethingNew');
    expect(english.timeline.sentence({ at: 0, step: 'toString' })).toBe('toString');
  });

  it('say what was asked of Microsoft, how often, how long and what it said', () => {
    const request = {
      operation: 'invite',
      status: 'refused',
      attempts: 3,
      took: 812,
      message: '404 not found',
      effectId: 'e',
    } as const;
    expect(english.timeline.sentence({ at: 0, step: 'request', request })).toBe(
      'Microsoft was asked to ring somebody into the call (invite) · refused · 3 times · 812 ms · 404 not found',
    );
  });
});

describe('The words for a queue', () => {
  it('say how it stands, why, and when that changes', () => {
    const [queue] = me.queues;
    if (queue === undefined) throw new Error('the sample office has no queue');
    const { state, why, changes } = english.screen.desk.queues;
    expect([state(queue), why(queue), changes(queue, 0)]).toEqual(['Open', 'by its hours', undefined]);
    const closed = {
      ...queue,
      state: 'closed',
      why: 'holiday',
      holiday: 'Boxing Day',
      changesAt: 3_600_000,
    } as const;
    expect([state(closed), why(closed)]).toEqual(['Closed', 'Boxing Day']);
    expect(changes(closed, 0)).toMatch(/^opens \d\d:\d\d$/);
    expect(changes(closed, -86_400_000)).toMatch(/^opens \w{3}.* \d\d:\d\d$/);
  });
});
