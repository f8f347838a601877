import type { notice as english } from './english-notices.ts';
import { nameOf } from './french-words.ts';

export const notice: typeof english = (call, queue, isCallerMasked) => {
  const { caller, recall, offer, vip } = call;
  const waits = offer === undefined ? 'Appel en file' : 'Pour vous';
  const what = recall === undefined ? waits : 'Retour d’appel';
  const { number } = caller;
  const numberToo = isCallerMasked || number === undefined || caller.name === undefined ? [] : [number];
  return {
    title: isCallerMasked ? what : `${what} : ${nameOf(caller)}`,
    body: [queue, ...(vip ? ['VIP'] : []), ...numberToo].join(' · '),
  };
};
