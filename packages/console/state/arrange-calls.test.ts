import type { CallView } from '@switchboard/contract/views/call-view';
import { describe, expect, it } from 'vitest';
import { me, waitingCall } from '../testing/sample-office.testing.ts';
import { arrangeCalls, nextToTake } from './arrange-calls.ts';

const mine = { operatorId: me.operatorId, name: me.name };
const call = (callId: string, differences: Partial<CallView>): CallView =>
  waitingCall(100_000, { callId, ...differences });
const ids = (calls: readonly CallView[]): string => calls.map((each) => each.callId).join(' ');

describe('The order of the calls', () => {
  it('has those that come back first, then the longest waiting, and the greeted ones last', () => {
    const arranged = arrangeCalls(
      [
        call('new', { arrivedAt: 90_000 }),
        call('greeted', { arrivedAt: 10_000, state: 'greeting', can: [] }),
        call('old', { arrivedAt: 20_000 }),
        call('front', { arrivedAt: 95_000, front: true }),
      ],
      me.operatorId,
      undefined,
    );
    expect(ids(arranged.waiting)).toBe('front old new greeted');
    expect(arranged.waitingCount).toBe(3);
    expect(arranged.longestSince).toBe(20_000);
  });

  it('takes the first that may be taken', () => {
    const calls = [call('a', { arrivedAt: 1, can: [] }), call('b', { arrivedAt: 2 })];
    expect(nextToTake(arrangeCalls(calls, me.operatorId, undefined))?.callId).toBe('b');
  });

  it('works on the connected call before held and given-out ones, and on the chosen one before all', () => {
    const calls = [
      call('given', { state: 'transferring', operator: mine }),
      call('over', { state: 'handedOver', operator: mine }),
      call('held', { state: 'held', operator: mine }),
      call('talking', { state: 'connected', operator: mine }),
      call('theirs', { state: 'connected', operator: { operatorId: 'x', name: 'X' } }),
      call('gone', { state: 'ended', operator: mine }),
    ];
    const arranged = arrangeCalls(calls, me.operatorId, undefined);
    expect(ids(arranged.mine)).toBe('talking held given over');
    expect(ids(arranged.others)).toBe('theirs');
    expect(arranged.current?.callId).toBe('talking');
    expect(arrangeCalls(calls, me.operatorId, 'held').current?.callId).toBe('held');
    expect(arrangeCalls(calls, me.operatorId, 'over').current?.callId).toBe('talking');
    expect(arrangeCalls(calls, me.operatorId, 'theirs').current?.callId).toBe('talking');
  });

  it('works on the call that came back before one that was only held later', () => {
    const calls = [
      call('held', { state: 'held', operator: mine, since: 99_000 }),
      call('back', { state: 'held', operator: mine, since: 50_000, recall: { why: 'busy' } }),
    ];
    expect(arrangeCalls(calls, me.operatorId, undefined).current?.callId).toBe('back');
  });

  it('puts each call into its section', () => {
    const ben = { operatorId: 'x', name: 'X' };
    const arranged = arrangeCalls(
      [
        call('later', { offer: { until: 9_000 }, can: ['accept', 'decline'] }),
        call('sooner', { offer: { until: 5_000 }, can: ['accept', 'decline'] }),
        call('waits', { can: [] }),
        call('told', { state: 'announcing', can: [] }),
        call('elsewhere', { state: 'diverting', can: [] }),
        call('asks', { state: 'consulting', operator: mine, can: ['back'] }),
        call('three', { state: 'merged', operator: mine, can: ['leave'] }),
        call('rings', { state: 'transferring', operator: mine, can: ['takeBack'] }),
        call('left', { state: 'transferring', operator: mine, can: [] }),
        call('slot 7', { state: 'parked', slot: 7, can: ['retrieve'] }),
        call('slot 2', { state: 'parked', slot: 2, can: ['retrieve'] }),
        call('camps', { state: 'camped', can: ['retrieve'] }),
        call('theirs', { state: 'held', operator: ben, can: ['takeOver'] }),
        call('diverted', { state: 'handedOver', can: [] }),
      ],
      me.operatorId,
      undefined,
    );
    expect({
      offered: ids(arranged.offered),
      waiting: ids(arranged.waiting),
      talking: ids(arranged.talking),
      givenOut: ids(arranged.givenOut),
      parked: ids(arranged.parked),
      camped: ids(arranged.camped),
      others: ids(arranged.others),
    }).toEqual({
      offered: 'sooner later',
      waiting: 'waits told elsewhere',
      talking: 'asks three rings',
      givenOut: 'left',
      parked: 'slot 2 slot 7',
      camped: 'camps',
      others: 'theirs diverted',
    });
    expect(arranged.waitingCount).toBe(3);
    expect(nextToTake(arranged)?.callId).toBe('sooner');
  });

  it('puts VIPs and higher priorities ahead of longer waits', () => {
    const calls = [
      call('old', { arrivedAt: 1 }),
      call('high', { arrivedAt: 2, priority: 5 }),
      call('vip', { arrivedAt: 3, vip: true }),
      call('back', { arrivedAt: 4, front: true }),
    ];
    expect(ids(arrangeCalls(calls, me.operatorId, undefined).waiting)).toBe('back vip high old');
  });
});
