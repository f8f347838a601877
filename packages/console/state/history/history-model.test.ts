import type { ReadHistory } from '@switchboard/contract/commands/history-command';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../testing/fake-line.testing.ts';
import { talkingCall } from '../../testing/sample-office.testing.ts';
import { HistoryModel } from './history-model.ts';

/** A call that came in the minute of its number. */
const past = (minute: number, more: Partial<PastCallView> = {}): PastCallView => ({
  callId: `call-${minute}`,
  queueId: 'queue-main',
  queue: 'Reception',
  caller: { number: '+44 20 7946 0123' },
  dial: '+442079460123',
  arrivedAt: minute * 60_000,
  endedAt: minute * 60_000 + 5_000,
  outcome: 'lost',
  ended: 'callerHungUp',
  cameBack: false,
  takenBy: [],
  ...more,
});

describe('The history of calls', () => {
  let desk: Desk;
  let history: HistoryModel;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome();
    history = new HistoryModel(desk.model.past.parts, 'queues');
    desk.model.past.follow(history);
    history.again();
  });
  const asked = (): readonly ReadHistory[] => desk.line.sent.filter((one) => one.type === 'readHistory');
  const last = (): ReadHistory => must(asked().at(-1), 'a question');
  const answer = (minutes: readonly number[], next?: string): void =>
    desk.line.say({
      type: 'history',
      id: last().id,
      calls: minutes.map((minute) => past(minute)),
      ...(next === undefined ? {} : { next, lookedBackTo: 1 }),
    });
  const shown = (): readonly string[] => history.state.getSnapshot().calls.map(({ callId }) => callId);

  it('is read page by page, and says how many there are', () => {
    expect(last()).toMatchObject({ filter: { of: 'queues' }, limit: 50 });
    answer([9, 8], '480000_call-8');
    desk.clock.advance(5_000);
    expect(desk.said).toContain('2 calls, and older ones');
    history.readMore();
    history.readMore();
    expect(asked()).toHaveLength(2);
    expect(last().before).toBe('480000_call-8');
    answer([7]);
    expect([shown(), history.state.getSnapshot().next]).toEqual([['call-9', 'call-8', 'call-7'], undefined]);
    history.readMore();
    expect(asked()).toHaveLength(2);
    desk.clock.advance(5_000);
    expect(desk.said).toContain('3 calls found');
  });

  it('asks when the typing rests, at once for a choice, and leaves out what was asked before', () => {
    const old = last().id;
    history.filterBy({ text: 'w' });
    history.filterBy({ text: 'wing' });
    expect(asked()).toHaveLength(1);
    desk.clock.advance(300);
    expect(last().filter).toEqual({ of: 'queues', text: 'wing' });
    desk.line.say({ type: 'history', id: old, calls: [past(1)] });
    expect(history.state.getSnapshot().status).toBe('reading');
    history.filterBy({ outcome: 'lost', queueId: 'queue-main' });
    expect(last().filter).toEqual({ of: 'queues', text: 'wing', outcome: 'lost', queueId: 'queue-main' });
    history.show('mine');
    expect(last().filter.of).toBe('mine');
  });

  it('reads the days that are chosen, midnight to midnight, and none while they are half typed', () => {
    history.filterBy({ span: 'between' });
    history.filterBy({ days: ['2026-11-02', ''] });
    expect(last().filter).toEqual({ of: 'queues', from: new Date(2026, 10, 2).getTime() });
    history.filterBy({ days: ['2026-11-02', '2026-11-03'] });
    expect(last().filter.to).toBe(new Date(2026, 10, 4).getTime());
    history.filterBy({ span: 'yesterday' });
    const { from = 0, to = 0 } = last().filter;
    expect([new Date(from).getHours(), new Date(to).getHours()]).toEqual([0, 0]);
  });

  it('looks on by itself where nothing fits, and leaves it to the operator after a while', () => {
    for (let n = 0; n < 20; n += 1) answer([], `${1_000 - n}_call-x`);
    expect(asked()).toHaveLength(10);
    expect(history.state.getSnapshot()).toMatchObject({
      status: 'shown',
      next: '991_call-x',
      isReadingMore: false,
    });
    history.readMore();
    expect(last().before).toBe('991_call-x');
  });

  it('asks for a call that has just ended, and puts it in its place', () => {
    answer([9, 7]);
    history.choose('call-7');
    desk.line.put(talkingCall(desk.clock.now(), { callId: 'call-8', state: 'ended', can: [] }));
    desk.line.put(talkingCall(desk.clock.now(), { callId: 'call-10', state: 'ended', can: [] }));
    desk.clock.advance(200);
    expect(last().callIds).toEqual(['call-8', 'call-10']);
    answer([10, 8]);
    expect(shown()).toEqual(['call-10', 'call-9', 'call-8', 'call-7']);
    expect(history.state.getSnapshot().chosen).toBe('call-7');
  });

  it('reads the newest after a break, and begins anew where it cannot know what lies between', () => {
    answer([9, 8], '480000_call-8');
    desk.line.lose();
    desk.line.welcome([], true);
    answer([11, 10, 9], '540000_call-9');
    expect(shown()).toEqual(['call-11', 'call-10', 'call-9', 'call-8']);
    expect(history.state.getSnapshot().next).toBe('480000_call-8');
    desk.line.lose();
    desk.line.welcome();
    answer([99, 98], '5880000_call-98');
    expect(shown()).toEqual(['call-99', 'call-98']);
    expect(history.state.getSnapshot().next).toBe('5880000_call-98');
  });

  it('says when it cannot be read, and tries again', () => {
    desk.line.say({ type: 'answer', id: last().id, refusal: { code: 'unavailable' } });
    expect(history.state.getSnapshot().status).toBe('failed');
    history.again();
    answer([1]);
    expect(shown()).toEqual(['call-1']);
  });

  it('moves the choice, within the list, and reads on near its end', () => {
    answer([9, 8, 7], '420000_call-7');
    history.move(1);
    expect(history.state.getSnapshot().chosen).toBe('call-8');
    expect(last().before).toBe('420000_call-7');
    history.move(Number.NEGATIVE_INFINITY);
    expect(history.state.getSnapshot().chosen).toBe('call-9');
    history.move(Number.POSITIVE_INFINITY);
    expect(history.state.getSnapshot().chosen).toBe('call-7');
  });
});

describe('A row of the history', () => {
  it('is one sentence', () => {
    const { model } = openDesk();
    const now = Date.UTC(2026, 10, 29, 12);
    const call = past(1, {
      arrivedAt: now - 24 * 3_600_000,
      answeredAt: now - 24 * 3_600_000 + 12_000,
      endedAt: now - 24 * 3_600_000 + 72_000,
      caller: { name: 'Jane Wingtip', number: '+44 20 7946 0123' },
      outcome: 'putThrough',
      cameBack: true,
      takenBy: ['Omar Haddad'],
      target: { name: 'Anna Berg' },
    });
    const said = model.texts.history.sentence(call, now, { locale: 'en-GB', timeZone: 'UTC' });
    expect(said).toBe(
      'Jane Wingtip, +44 20 7946 0123, yesterday 12:00, Reception, Put through to Anna Berg by Omar Haddad, came back in between, waited 12 seconds',
    );
  });
});
