import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { readDueCalls } from '@switchboard/store/reads/calls';
import { CallByCall } from './call-by-call.ts';
import type { JobParts } from './job-parts.ts';

/** A new deadline may be set by another server: look this often, in milliseconds, even when none is known. */
const lookEvery = 200;
const atOnce = 100;

/** Wakes calls whose deadline is over. The deadlines are with the calls' rows; any server may do it. */
export function createDeadlines(parts: JobParts): Service {
  const { store, clock, calls, log } = parts;
  const callByCall = new CallByCall('deadlines', clock, log);
  return {
    name: 'deadlines',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        const now = clock.now();
        const coming = await readDueCalls(store, now + lookEvery, atOnce + callByCall.leftAlone);
        let done = 0;
        for (const call of coming) {
          if (call.due > now) break;
          const { tenantId, callId } = call;
          const isDone = await callByCall.work(call, () =>
            calls.takeFact(tenantId, { type: 'timePassed' }, { callId }),
          );
          if (isDone) done += 1;
        }
        const next = coming.find((call) => call.due > now)?.due ?? now + lookEvery;
        if (done < atOnce) await sleep(Math.max(1, next - clock.now()), signal, clock);
      }
    },
  };
}
