import type { Clock } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Store } from '@switchboard/store/access/store';
import { readDueCalls } from '@switchboard/store/reads/calls';
import type { CallHandler } from '../handle/calls.ts';

/** A new deadline may be set by another server: look this often, in milliseconds, even when none is known. */
const lookEvery = 200;
const atOnce = 100;

/** Wakes calls whose deadline is over. The deadlines are with the calls' rows; any server may do it. */
export function createDeadlines(store: Store, clock: Clock, calls: CallHandler): Service {
  return {
    name: 'deadlines',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        const now = clock.now();
        const coming = await readDueCalls(store, now + lookEvery, atOnce);
        const due = coming.filter((call) => call.due <= now);
        for (const { tenantId, callId } of due)
          await calls.takeFact(tenantId, { type: 'timePassed' }, { callId });
        const next = coming.find((call) => call.due > now)?.due ?? now + lookEvery;
        if (due.length < atOnce) await sleep(Math.max(1, next - clock.now()), signal, clock);
      }
    },
  };
}
