import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { talkingCall } from '../testing/sample-office.testing.ts';
import { isSideStep } from './timeline-reader.ts';

describe('The timeline of a call', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
    desk.model.timeline.open(talkingCall(desk.clock.now()));
  });
  const state = () => desk.model.timeline.state.getSnapshot();
  const tell = (callId = 'call-1'): void => {
    const id = desk.line.commands().at(-1)?.id ?? '';
    desk.line.say({ type: 'timeline', id, callId, entries: [{ at: 1, step: 'callArrived' }] });
  };

  it('is read, and shown when it comes', () => {
    expect(desk.line.commands()).toMatchObject([{ type: 'readTimeline', callId: 'call-1' }]);
    expect(state()?.status).toBe('reading');
    tell();
    expect(state()).toMatchObject({ status: 'shown', entries: [{ step: 'callArrived' }] });
    desk.clock.advance(60_000);
    expect(desk.model.notices.shown.getSnapshot()).toEqual([]);
  });

  it('says when it does not come or is refused', () => {
    desk.line.answerLast({ code: 'callGone' });
    expect(state()?.status).toBe('failed');
    desk.model.timeline.open(talkingCall(desk.clock.now()));
    desk.clock.advance(10_000);
    expect(state()?.status).toBe('failed');
  });

  it('leaves out the answer about a call that is not looked at any more', () => {
    desk.model.timeline.open(talkingCall(desk.clock.now(), { callId: 'call-2' }));
    tell('call-1');
    expect(state()).toMatchObject({ callId: 'call-2', status: 'reading' });
    desk.model.timeline.close();
    tell('call-2');
    expect(state()).toBeUndefined();
  });

  it('is there for a call that has ended, too', () => {
    desk.line.put(talkingCall(desk.clock.now(), { state: 'ended', ended: 'callerHungUp', can: [] }));
    expect(desk.model.calls.ended.getSnapshot()).toMatchObject([{ callId: 'call-1' }]);
  });

  it('tells what a person did from what was asked of Microsoft and from our own books', () => {
    expect(isSideStep({ at: 0, step: 'callParked' })).toBe(false);
    expect(isSideStep({ at: 0, step: 'rosterRead' })).toBe(true);
    const request = { operation: 'invite', status: 'done', attempts: 1, effectId: 'e' } as const;
    expect(isSideStep({ at: 0, step: 'request', request })).toBe(true);
  });
});
