import type { CallId } from '@switchboard/domain/ids';
import { openStateOf } from '@switchboard/domain/queue/open-state';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { type QueueInSight, readQueuesWithWaiting } from '@switchboard/store/reads/distribution';
import { CallByCall } from './call-by-call.ts';
import type { JobParts } from './job-parts.ts';

/** Callers must hear of an emergency within a second, in milliseconds. */
const lookEvery = 500;

/**
 * Tells waiting calls that their queue keeps them no longer: an emergency has begun, or nobody is at work. Each is told
 * once for each reason and what the queue has to say to it; told twice, by two servers, it makes nothing of the second
 * time.
 */
export function createQueueWatch({ store, clock, calls, log }: JobParts): Service {
  const callByCall = new CallByCall('queue watch', clock, log);
  let told = new Map<CallId, string>();

  async function look(): Promise<void> {
    const now = new Map<CallId, string>();
    for (const sight of await readQueuesWithWaiting(store)) {
      const reason = reasonFor(sight, clock.now());
      if (reason === undefined) continue;
      for (const callId of sight.waiting) {
        const { tenantId } = sight.queue;
        const isKnown = told.get(callId) === reason;
        const isTold =
          isKnown ||
          (await callByCall.work({ tenantId, callId }, () =>
            calls.takeFact(tenantId, { type: 'queueTurned' }, { callId }),
          ));
        if (isTold) now.set(callId, reason);
      }
    }
    told = now;
  }

  return {
    name: 'queue watch',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        await look();
        await sleep(lookEvery, signal, clock);
      }
    },
  };
}

/**
 * What makes a waiting call leave, and by which rule; a queue that closes lets those who wait already wait on as long as
 * somebody is at work.
 */
function reasonFor({ queue, operatorsAtWork }: QueueInSight, now: number): string | undefined {
  const { settings, switches } = queue;
  const { state } = openStateOf({ settings, switches, operatorsAtWork, now });
  if (state !== 'emergency' && operatorsAtWork > 0) return undefined;
  const why = state === 'open' ? 'nobodyThere' : state;
  return `${why} ${JSON.stringify(settings.diversions[why])}`;
}
