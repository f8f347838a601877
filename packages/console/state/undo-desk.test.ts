import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { me, sampleOperators, talkingCall } from '../testing/sample-office.testing.ts';
import { undoStays } from './undo-desk.ts';

describe('What was done last', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
  });
  const offered = (): string | undefined => desk.model.undo.offered.getSnapshot()?.text;
  const notices = () => desk.model.notices.shown.getSnapshot();
  const goOnBreak = (): void => {
    desk.actions.desk.takeBreak('Lunch');
    desk.line.answerLast();
    const [own] = sampleOperators(desk.clock.now());
    if (own === undefined) throw new Error('no operator');
    desk.line.say({ type: 'operator', seq: 9, operator: { ...own, status: 'break', reason: 'Lunch' } });
  };
  const park = (): void => {
    desk.actions.park();
    desk.line.answerLast();
    desk.line.put(
      talkingCall(desk.clock.now(), {
        state: 'parked',
        slot: 3,
        can: ['retrieve'],
        operator: undefined as never,
      }),
    );
  };

  it('is nothing at first: the key is left to the browser', () => {
    expect(desk.model.undo.undo()).toBe(false);
  });

  it('is offered once it has come round, with a notice that has the key, and said once', () => {
    desk.model.preferences.change('speech', { level: 'full' });
    desk.actions.desk.takeBreak('Lunch');
    expect(offered()).toBeUndefined();
    goOnBreak();
    expect(offered()).toBe('You are on a break: Lunch');
    expect(notices()).toMatchObject([
      { kind: 'info', text: 'You are on a break: Lunch', action: { label: 'Undo', cap: 'Ctrl+Z' } },
    ]);
    desk.clock.advance(5_000);
    expect(desk.said).toEqual(['You are on a break: Lunch', 'Ctrl+Z undoes it']);
  });

  it('is undone by the key or the button: a break ends', () => {
    goOnBreak();
    notices()[0]?.action?.run();
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'setStatus', status: 'available' });
    expect([offered(), notices()]).toEqual([undefined, []]);
    expect(desk.model.undo.undo()).toBe(false);
  });

  it('is undone by retrieving a call that was parked', () => {
    park();
    expect(offered()).toBe('Parked: Mrs J. Smith');
    expect(desk.model.undo.undo()).toBe(true);
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'retrieve', callId: 'call-1' });
  });

  it('is not offered any more when it is not possible: the caller who was parked has hung up', () => {
    park();
    expect(notices()).toHaveLength(1);
    desk.line.put(talkingCall(desk.clock.now(), { state: 'ended', can: [] }));
    expect([offered(), notices()]).toEqual([undefined, []]);
    expect(desk.model.undo.undo()).toBe(false);
  });

  it('is forgotten after some seconds, and when something else is done', () => {
    goOnBreak();
    desk.clock.advance(undoStays);
    expect([offered(), notices()]).toEqual([undefined, []]);
    goOnBreak();
    park();
    expect(offered()).toBe('Parked: Mrs J. Smith');
    expect(notices()).toHaveLength(1);
  });

  it('is a queue that was left for today, too', () => {
    const [queue] = me.queues;
    if (queue === undefined) throw new Error('no queue');
    desk.actions.desk.answer(queue, false);
    desk.line.answerLast();
    const [own] = sampleOperators(desk.clock.now());
    if (own === undefined) throw new Error('no operator');
    desk.line.say({ type: 'operator', seq: 9, operator: { ...own, leftQueueIds: [queue.queueId] } });
    expect(offered()).toBe('You do not answer Reception today');
    desk.model.undo.undo();
    expect(desk.line.commands().at(-1)).toMatchObject({ type: 'answerQueue', isAnswered: true });
  });

  it('was refused and is not offered', () => {
    desk.actions.desk.takeBreak('Lunch');
    desk.line.answerLast({ code: 'tooMany' });
    expect(offered()).toBeUndefined();
  });
});
