import type { Clock } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { sweepAccess } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { takeOverFromTheDead } from '@switchboard/store/outbox/take-over';
import { readLiveCallRefs } from '@switchboard/store/reads/calls';
import type { CallHandler } from '../handle/calls.ts';

export interface TakeOverParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly owner: number;
  readonly calls: CallHandler;
  readonly log: Logger;
}

const lookEvery = 500;
const sweepEvery = 60_000;

/**
 * Takes over from servers that died: frees their work and asks Graph about every live call, since what Graph told
 * the dead server may be lost. A server that starts does the same first: while none was up, nobody listened.
 */
export function createTakeOver(parts: TakeOverParts): Service {
  const { store, clock, owner, calls, log } = parts;

  async function doubtAll(): Promise<void> {
    const refs = await readLiveCallRefs(store);
    if (refs.length > 0) log.info('asking Graph about the live calls', { calls: refs.length });
    for (const { tenantId, callId } of refs)
      await calls.takeFact(tenantId, { type: 'doubtRaised' }, { callId });
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
          sweptAt = clock.now();
        }
      }
    },
  };
}
