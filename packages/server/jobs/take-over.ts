import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { sweepAccess } from '@switchboard/store/access/sessions';
import { sweepTokenCaches } from '@switchboard/store/access/token-caches';
import { takeOverFromTheDead } from '@switchboard/store/outbox/take-over';
import { readLiveCallRefs } from '@switchboard/store/reads/calls';
import { CallByCall } from './call-by-call.ts';
import type { JobParts } from './job-parts.ts';

export interface TakeOverParts extends JobParts {
  readonly owner: number;
}

const lookEvery = 500;
const sweepEvery = 60_000;

/**
 * Takes over from servers that died: frees their work and asks Graph about every live call, since what Graph told
 * the dead server may be lost. A server that starts does the same first: while none was up, nobody listened.
 */
export function createTakeOver(parts: TakeOverParts): Service {
  const { store, clock, owner, calls, log } = parts;
  const callByCall = new CallByCall('take-over', clock, log);

  async function doubtAll(): Promise<void> {
    const refs = await readLiveCallRefs(store);
    if (refs.length > 0) log.info('asking Graph about the live calls', { calls: refs.length });
    for (const ref of refs) {
      const { tenantId, callId } = ref;
      await callByCall.work(ref, () => calls.takeFact(tenantId, { type: 'doubtRaised' }, { callId }));
    }
  }

  return {
    name: 'take-over',
    async run(signal: StopSignal) {
      await takeOverFromTheDead(store, owner, clock.now());
      await doubtAll();
      let sweptAt = clock.now();
      while (!signal.aborted) {
        await sleep(lookEvery, signal, clock);
        if (signal.aborted) return;
        const dead = await takeOverFromTheDead(store, owner, clock.now());
        if (dead > 0) {
          log.warn('took over from servers that died', { servers: dead });
          await doubtAll();
        }
        if (clock.now() - sweptAt > sweepEvery) {
          await sweepAccess(store, clock.now());
          await sweepTokenCaches(store, clock.now());
          sweptAt = clock.now();
        }
      }
    },
  };
}
