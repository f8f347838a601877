import { consoleGrace } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Store } from '@switchboard/store/access/store';
import { changeOperatorWork, readOperatorsGone } from '@switchboard/store/operators/operators';
import { changeWork } from '../handle/operator-work.ts';

/** In milliseconds; the grace is some thirty times as long. */
const lookEvery = 1_000;

/** Counts operators as offline whose last console has been gone for longer than the grace. */
export function createOperatorWatch(store: Store, clock: Clock): Service {
  async function look(): Promise<void> {
    const now = clock.now();
    for (const { tenantId, operatorId } of await readOperatorsGone(store, now - consoleGrace)) {
      await changeOperatorWork(store, tenantId, operatorId, now, (known) =>
        changeWork(known, { type: 'gone' }, now),
      );
    }
  }

  return {
    name: 'operator watch',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        await look();
        await sleep(lookEvery, signal, clock);
      }
    },
  };
}
