import { nameOf } from './dutch-words.ts';
import type { notice as english } from './english-notices.ts';

export const notice: typeof english = (call, queue, isCallerMasked) => {
  const { caller, recall, offer, vip } = call;
  const waits = offer === undefined ? 'Er wacht een gesprek' : 'Voor u';
  const what = recall === undefined ? waits : 'Teruggekomen';
  const { number } = caller;
  const numberToo = isCallerMasked || number === undefined || caller.name === undefined ? [] : [number];
  return {
    title: isCallerMasked ? what : `${what}: ${nameOf(caller)}`,
    body: [queue, ...(vip ? ['VIP'] : []), ...numberToo].join(' · '),
  };
};
