import type { CallBackView } from '@switchboard/contract/views/call-back-view';

/** What can be done with a call back. */
export type CallBackStep = CallBackView['state'] | 'notReached';

/** That it is done was said by mistake. */
export type CallBackAgain = 'openAgain' | 'takenAgain';

export const callBackSteps = ({ state }: Pick<CallBackView, 'state'>): readonly CallBackStep[] =>
  state === 'open' ? ['taken', 'done'] : ['done', 'notReached', 'open'];

/** Whoever took it on has done it or gives it back; the others see who it is. */
export const isWithOthers = ({ state, by }: CallBackView, operatorId: string): boolean =>
  state === 'taken' && by?.operatorId !== operatorId;

/** What the operator has taken on, then promises, then lost calls; of each the one that waits longest first. */
export function inTurn(callBacks: readonly CallBackView[], operatorId: string): readonly CallBackView[] {
  const rank = (one: CallBackView): number => {
    if (isWithOthers(one, operatorId)) return 3;
    if (one.state === 'taken') return 0;
    return one.why === 'promised' ? 1 : 2;
  };
  return callBacks.toSorted((a, b) => rank(a) - rank(b) || a.promisedAt - b.promisedAt);
}

/** The call back that stands on the list for a call of the history. */
export const callBackOf = (
  callBacks: readonly CallBackView[],
  { callId, queueId, dial }: Pick<CallBackView, 'callId' | 'queueId' | 'dial'>,
): CallBackView | undefined =>
  callBacks.find(
    (one) => one.callId === callId || (dial !== undefined && one.queueId === queueId && one.dial === dial),
  );
