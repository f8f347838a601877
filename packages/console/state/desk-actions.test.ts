import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { me } from '../testing/sample-office.testing.ts';
import { callBackSteps, inTurn } from './history/to-call-back.ts';

describe('Besides calls an operator', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.callBacks.push(callBack());
    desk.line.welcome();
  });
  const callBack = () => ({
    callBackId: 'cb-1',
    callId: 'call-9',
    queueId: 'queue-main',
    number: '+1 555 0166',
    dial: '+15550166',
    why: 'promised' as const,
    calls: 1,
    tries: 0,
    promisedAt: 0,
    state: 'open' as const,
  });
  const queue = () => must(desk.model.queue('queue-main'), 'the queue');
  const status = (differences: Partial<OperatorStatusView>): void =>
    desk.line.say({
      type: 'operator',
      seq: 9,
      operator: {
        operatorId: me.operatorId,
        name: me.name,
        status: 'available',
        since: 0,
        followsPresence: false,
        ...differences,
      },
    });
  const said = (): readonly string[] => {
    desk.clock.advance(5_000);
    return desk.said;
  };
  const isAsked = (): boolean => desk.model.desk.asked.getSnapshot().length > 0;

  it('takes a break with a reason, and hears when it is so', () => {
    desk.actions.desk.takeBreak(' Lunch ');
    expect(desk.line.commands()).toMatchObject([{ type: 'setStatus', status: 'break', reason: 'Lunch' }]);
    desk.line.answerLast();
    expect(isAsked()).toBe(true);
    status({ status: 'break', reason: 'Lunch' });
    expect(isAsked()).toBe(false);
    expect(said()).toEqual(['You are on a break: Lunch']);
  });

  it('chooses a reason, is ready before a wrap-up ends, and comes back from a break with one key', () => {
    desk.actions.changeStatus();
    expect(desk.actions.focus.getSnapshot()?.place).toBe('status');
    expect(desk.line.commands()).toEqual([]);
    status({ wrapUpUntil: desk.clock.now() + 20_000 });
    expect(said()).toEqual(['Wrap-up for 20 seconds']);
    desk.actions.changeStatus();
    expect(desk.line.commands()).toMatchObject([{ type: 'setStatus', status: 'available' }]);
    status({});
    desk.line.answerLast();
    status({ status: 'break' });
    desk.actions.changeStatus();
    expect(desk.line.commands()).toHaveLength(2);
  });

  it('goes offline with one key, and is available again with the same', () => {
    desk.actions.desk.goOffline();
    expect(desk.line.commands()).toMatchObject([{ type: 'setStatus', status: 'offline' }]);
    desk.line.answerLast();
    status({ status: 'offline' });
    expect(isAsked()).toBe(false);
    expect(said()).toEqual(['You are offline: no calls are offered to you']);
    desk.actions.desk.follow(true);
    expect(desk.line.commands().at(-1)).toMatchObject({ status: 'offline', followsPresence: true });
    status({ status: 'offline', followsPresence: true });
    desk.line.answerLast();
    desk.actions.desk.goOffline();
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'setStatus', status: 'available' });
  });

  it('follows the presence in Teams, and keeps the status meanwhile', () => {
    status({ status: 'break', reason: 'Lunch' });
    desk.actions.desk.follow(true);
    expect(desk.line.commands()).toMatchObject([
      { type: 'setStatus', status: 'break', reason: 'Lunch', followsPresence: true },
    ]);
  });

  it('switches a queue, and starts an emergency at the second press only', () => {
    desk.actions.desk.switchTo(queue(), 'night');
    desk.actions.desk.emergency(queue());
    expect(desk.line.commands()).toMatchObject([
      { type: 'switchQueue', queueId: 'queue-main', mode: 'night' },
    ]);
    desk.clock.advance(3_000);
    desk.actions.desk.emergency(queue());
    desk.actions.desk.emergency(queue());
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'switchQueue', emergency: true });
    const emergency = { ...queue(), state: 'emergency', why: 'emergency' } as const;
    desk.line.say({ type: 'queue', seq: 10, queue: emergency });
    expect(said()).toContain('Emergency: Reception');
    desk.line.answerLast();
    expect(desk.model.desk.isAsked('queue-main', 'switchQueue', 'emergency')).toBe(false);
    desk.actions.desk.emergency(queue());
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'switchQueue', emergency: false });
  });

  it('leaves a queue for the day and answers it again', () => {
    expect(desk.actions.desk.answers('queue-main')).toBe(true);
    desk.actions.desk.answer(queue(), false);
    expect(desk.line.commands()).toMatchObject([
      { type: 'answerQueue', queueId: 'queue-main', isAnswered: false },
    ]);
    desk.line.answerLast();
    expect(isAsked()).toBe(true);
    status({ leftQueueIds: ['queue-main'] });
    expect([isAsked(), desk.actions.desk.answers('queue-main')]).toEqual([false, false]);
  });

  it('hears that a queue closes, and why', () => {
    desk.line.say({ type: 'queue', seq: 10, queue: { ...queue(), state: 'closed', why: 'hours' } });
    expect(said()).toEqual(['Reception is closed: by its hours']);
  });

  it('takes a call back on and says when it is done', () => {
    const open = must(desk.model.callBacks.find('cb-1'), 'the call back');
    desk.actions.desk.callBack(open, 'taken');
    desk.line.answerLast({ code: 'callBackGone', by: 'Ben Adeyemi' });
    expect(desk.model.notices.shown.getSnapshot()[0]?.text).toBe(
      'Call back: Ben Adeyemi has this call back already.',
    );
    desk.line.say({ type: 'callBack', seq: 11, callBack: { ...callBack(), state: 'done' } });
    expect(desk.model.callBacks.items.getSnapshot()).toEqual([]);
  });

  it('says in time that it was not done after all, and hears of no new promise', () => {
    const open = must(desk.model.callBacks.find('cb-1'), 'the call back');
    desk.actions.desk.callBack(open, 'done');
    desk.line.say({ type: 'callBack', seq: 11, callBack: { ...callBack(), state: 'done' } });
    desk.line.answerLast();
    expect(desk.model.undo.offered.getSnapshot()?.text).toBe('Called back: +1 555 0166');
    desk.model.undo.undo();
    expect(desk.line.commands().at(-1)).toMatchObject({ callBackId: 'cb-1', to: 'openAgain' });
    desk.line.answerLast();
    expect(isAsked()).toBe(true);
    desk.line.say({ type: 'callBack', seq: 12, callBack: callBack() });
    expect(isAsked()).toBe(false);
    expect(said().filter((text) => text.startsWith('Call back promised'))).toEqual([]);
  });

  it('hears of a new promise once', () => {
    const promise = { ...callBack(), callBackId: 'cb-2', name: 'Wingtip Toys' };
    desk.line.say({ type: 'callBack', seq: 11, callBack: promise });
    desk.line.say({ type: 'callBack', seq: 12, callBack: { ...promise, state: 'taken' } });
    expect(said()).toEqual(['Call back promised: Wingtip Toys']);
  });

  it('puts a lost call on the list in silence, and whoever calls the number has it', () => {
    const lost = { ...callBack(), callBackId: 'cb-3', why: 'lost', dial: '+15550199' } as const;
    desk.line.say({ type: 'callBack', seq: 11, callBack: lost });
    expect(said()).toEqual([]);
    expect(desk.actions.desk.addressOf(lost)).toBe(
      'https://teams.microsoft.com/l/call/0/0?users=4:%2B15550199',
    );
    desk.actions.desk.called({ callId: 'another', queueId: lost.queueId, dial: '+15550199' });
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'callBack', callBackId: 'cb-3', to: 'taken' });
    const by = { operatorId: desk.model.calls.operatorId, name: 'Olga Lindqvist' };
    desk.line.say({ type: 'callBack', seq: 12, callBack: { ...lost, state: 'taken', by } });
    desk.line.answerLast();
    const asked = desk.line.commands().length;
    desk.actions.desk.called({ callId: 'another', queueId: lost.queueId, dial: '+15550199' });
    expect(desk.line.commands()).toHaveLength(asked);
    const [own, promise] = inTurn(desk.model.callBacks.items.getSnapshot(), by.operatorId);
    expect([own?.callBackId, promise?.callBackId]).toEqual(['cb-3', 'cb-1']);
    expect(callBackSteps({ state: 'taken' })).toContain('notReached');
    desk.model.undo.undo();
    expect(desk.line.commands().at(-1)).toMatchObject({ callBackId: 'cb-3', to: 'open' });
  });
});
