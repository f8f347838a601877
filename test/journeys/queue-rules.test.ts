import { createPrompts } from '@switchboard/server/media/prompts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** What a queue does with a call before an operator has it. */
describe('A queue', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ settings: { transferRing: 4_000, settle: 400 } });
  });
  afterEach(async () => {
    await switchTo({ mode: 'auto', emergency: false });
    await stage.eva.tell({ type: 'setStatus', status: 'available' });
    await stage.omar.tell({ type: 'setStatus', status: 'available' });
    await stage.clear();
  });
  afterAll(() => stage.close());

  const switchTo = async (to: { mode?: 'auto' | 'day' | 'night'; emergency?: boolean }) => {
    expect(await stage.eva.tell({ type: 'switchQueue', queueId: 'reception', ...to })).toBe('taken');
  };
  const message = () => createPrompts(stage.house.publicUrl).position;
  const isOver = (lineId: string) =>
    until('the caller is let go', () => stage.line(lineId).state === 'ended');

  it('that is closed says so, and ends the call', async () => {
    await stage.treat({ diversions: { closed: { destination: { to: 'message' }, message: message() } } });
    await switchTo({ mode: 'night' });
    const lineId = await stage.house.dial();
    await until('the caller hears the message', () => stage.line(lineId).hears?.kind === 'prompt');
    await stage.shows(
      'the message',
      ({ state, diverted }) => state === 'announcing' && diverted === 'closed',
    );
    await isOver(lineId);
    const over = await stage.shows('over', ({ state }) => state === 'ended');
    expect(over.ended).toBe('closed');
  });

  it('in an emergency puts callers through to whom it names, those who wait already, too', async () => {
    const destination = { to: 'person', personId: stage.ids.director } as const;
    await stage.treat({ diversions: { emergency: { destination: destination as never } } });
    const waiting = await stage.house.dial();
    await stage.shows('waiting', ({ state }) => state === 'waiting');
    await switchTo({ emergency: true });
    await stage.pickUp(stage.ids.director);
    await until('the caller is with the director', () =>
      stage.withCaller(waiting).includes(stage.ids.director),
    );
    await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
  });

  it('that is full promises to call back, and the promise is kept on the list', async () => {
    await stage.treat({
      maxWaiting: 1,
      diversions: { full: { destination: { to: 'callBack' }, message: message() } },
    });
    await stage.house.dial('+44 20 7946 0111');
    await stage.shows('waiting', ({ state }) => state === 'waiting');
    const second = await stage.house.dial('+44 20 7946 0222');
    await isOver(second);
    const promised = () => [...stage.eva.callBacks.values()].find(({ why }) => why === 'promised');
    await until('the promise is on the list', () => promised() !== undefined);
    const promise = promised();
    expect(promise).toMatchObject({ dial: '+442079460222', state: 'open', queueId: 'reception' });
    const callBackId = promise?.callBackId ?? '';
    expect(await stage.omar.tell({ type: 'callBack', callBackId, to: 'taken' })).toBe('taken');
    await until('Eva sees who has it', () => stage.eva.callBacks.get(callBackId)?.by?.name === 'Omar Haddad');
    expect(await stage.eva.tell({ type: 'callBack', callBackId, to: 'done' })).toMatchObject({
      code: 'callBackGone',
    });
    expect(await stage.omar.tell({ type: 'callBack', callBackId, to: 'done' })).toBe('taken');
    await until('it is done', () => stage.eva.callBacks.get(callBackId)?.state === 'done');
  });

  it('with nobody at work sends callers on, and keeps them when the other does not answer', async () => {
    const destination = { to: 'number', number: '+442079460555' } as const;
    await stage.treat({ diversions: { nobodyThere: { destination } } });
    await stage.eva.tell({ type: 'setStatus', status: 'break', reason: 'Lunch' });
    await stage.omar.tell({ type: 'setStatus', status: 'break', reason: 'Lunch' });
    const lineId = await stage.house.dial();
    const { control } = stage.house.simulator;
    await until('the other number rings', () => control.declineNumber('+442079460555').ok);
    await stage.shows('waiting after all', ({ state }) => state === 'waiting');
    await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'prompt');
  });

  it('lets nobody wait longer than it says', async () => {
    await stage.treat({
      maxWait: 1_200,
      diversions: { waitedTooLong: { destination: { to: 'message' }, message: message() } },
    });
    const lineId = await stage.house.dial();
    await isOver(lineId);
    expect((await stage.shows('over', ({ state }) => state === 'ended')).ended).toBe('waitedTooLong');
  });

  it('refuses numbers on its list, and puts its VIPs first', async () => {
    await stage.treat({ blocked: ['+44 20 7946 0666'], vip: ['+44 20 7946 08*'] });
    const blocked = await stage.house.dial('+44 20 7946 0666');
    await isOver(blocked);
    expect((await stage.shows('over', ({ state }) => state === 'ended')).ended).toBe('blocked');
    await stage.house.dial('+44 20 7946 0801');
    const call = await stage.shows('waiting', ({ state }) => state === 'waiting');
    expect(call.vip).toBe(true);
  });

  it('offers a call to one operator after the other', async () => {
    await stage.treat({ strategy: 'longestIdle', offerTime: 1_500 });
    const lineId = await stage.house.dial();
    const offered = async () => {
      let first: Stage['eva'] | undefined;
      await until('somebody is offered the call', () => {
        first = [stage.eva, stage.omar].find((console) => console.call?.offer !== undefined);
        return first !== undefined;
      });
      return first ?? stage.eva;
    };
    const first = await offered();
    const other = first === stage.eva ? stage.omar : stage.eva;
    const callId = first.call?.callId ?? '';
    expect(other.call?.can).toEqual([]);
    expect(await other.ask('accept', callId)).toMatchObject({ code: 'notOffered' });
    expect(await first.ask('decline', callId)).toBe('taken');
    await until('the other is offered it', () => other.call?.offer !== undefined);
    await until('the offer lapses, and the first is asked again', () => first.call?.offer !== undefined);
    expect(await first.ask('accept', callId)).toBe('taken');
    await stage.pickUp(first === stage.eva ? stage.ids.eva : stage.ids.omar);
    await until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
  });

  it('leaves an operator alone after a call for as long as it says', async () => {
    await stage.treat({ wrapUp: 60_000, strategy: 'longestIdle' });
    await stage.omar.tell({ type: 'setStatus', status: 'break' });
    await stage.house.dial();
    const call = await stage.shows('offered', ({ offer }) => offer !== undefined);
    await stage.eva.ask('accept', call.callId);
    await stage.pickUp(stage.ids.eva);
    await stage.shows('talking', ({ state }) => state === 'connected');
    await stage.eva.ask('hangUp', call.callId);
    const status = () => stage.eva.operators.get(stage.ids.eva);
    await until('Eva wraps up', () => status()?.wrapUpUntil !== undefined);
    await stage.house.dial();
    await stage.shows('waiting', ({ state, offer }) => state === 'waiting' && offer === undefined);
    await stage.eva.tell({ type: 'setStatus', status: 'available' });
    await stage.shows('offered', ({ offer }) => offer !== undefined);
  });

  it('rings Teams first where its operators want that', async () => {
    await stage.treat({ strategy: 'ordered', answering: 'teamsFirst' });
    await stage.omar.tell({ type: 'setStatus', status: 'break' });
    const lineId = await stage.house.dial();
    await stage.pickUp(stage.ids.eva);
    await stage.shows('talking', ({ state }) => state === 'connected');
    await until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
  });

  it('on the direct bridge gives the call away, and has it again when Teams is not answered', async () => {
    await stage.treat({ bridge: 'direct' });
    const lineId = await stage.house.dial();
    const { callId } = await stage.shows('waiting', ({ can }) => can.includes('accept'));
    await stage.eva.ask('accept', callId);
    await stage.decline(stage.ids.eva);
    await stage.shows('waiting again', ({ state, missed }) => state === 'waiting' && missed !== undefined);
    await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'prompt');
    await stage.eva.ask('accept', callId);
    await stage.pickUp(stage.ids.eva);
    const over = await stage.shows('given away', ({ state }) => state === 'ended');
    expect(over.ended).toBe('handedOver');
    expect(stage.withCaller(lineId)).toEqual([stage.ids.eva]);
  });
});
