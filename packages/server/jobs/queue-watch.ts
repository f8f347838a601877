import type { CallId } from '@switchboard/domain/ids';
import { openStateOf } from '@switchboard/domain/queue/open-state';
import type { Clock } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Store } from '@switchboard/store/access/store';
import { type QueueInSight, readQueuesWithWaiting } from '@switchboard/store/reads/distribution';
import type { CallHandler } from '../handle/calls.ts';

/** Callers must hear of an emergency within a second, in milliseconds. */
const lookEvery = 500;

/**
 * Tells waiting calls that their queue keeps them no longer: an emergency has begun, or nobody is at work. Each is told
 * once for each reason; told twice, by two servers, it makes nothing of the second time.
 */
export function createQueueWatch(store: Store, clock: Clock, calls: CallHandler): Service {
  let told = new Map<CallId, string>();

  async function look(): Promise<void> {
    const now = new Map<CallId, string>();
    for (const sight of await readQueuesWithWaiting(store)) {
      const reason = reasonFor(sight, clock.now());
      if (reason === undefined) continue;
      for (const callId of sight.waiting) {
        now.set(callId, reason);
        if (told.get(callId) === reason) continue;
        await calls.takeFact(sight.queue.tenantId, { type: 'queueTurned' }, { callId });
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

/** What makes a waiting call leave; a queue that closes lets those who wait already wait on. */
function reasonFor({ queue, operatorsAtWork }: QueueInSight, now: number): string | undefined {
  const { settings, switches } = queue;
  const { state } = openStateOf({ settings, switches, operatorsAtWork, now });
  if (state === 'emergency') return state;
  return operatorsAtWork === 0 ? 'nobodyThere' : undefined;
}
