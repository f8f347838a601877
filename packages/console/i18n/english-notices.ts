import type { CallView } from '@switchboard/contract/views/call-view';
import { nameOf } from '@switchboard/contract/words/party-words';

/** A notice on the desktop, which others may read over the operator's shoulder. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** @param isCallerMasked leave out who calls */
export function notice(call: CallView, queue: string, isCallerMasked: boolean): NoticeText {
  const { caller, recall, offer, vip } = call;
  const what = recall === undefined ? (offer === undefined ? 'Call waiting' : 'Offered to you') : 'Came back';
  const { number } = caller;
  const numberToo = isCallerMasked || number === undefined || caller.name === undefined ? [] : [number];
  return {
    title: isCallerMasked ? what : `${what}: ${nameOf(caller)}`,
    body: [queue, ...(vip ? ['VIP'] : []), ...numberToo].join(' · '),
  };
}
