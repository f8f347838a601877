import type { Clock } from '@switchboard/kit/clock';
import type { Service, StopSignal } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';

/** Work that several servers share out among themselves, piece by piece. */
export interface SharedWork<Claim> {
  readonly name: string;
  readonly clock: Clock;
  /** Pieces that one server works on at the same time. */
  readonly mostAtOnce: number;
  /** Sees to it that everything that is to be done is there to be taken. */
  prepare(): Promise<void>;
  /** Takes the right to the next piece. @param busy names of the pieces that are being worked on here */
  take(busy: readonly string[]): Promise<Claim | undefined>;
  nameOf(claim: Claim): string;
  /** Never rejects. */
  work(claim: Claim, signal: StopSignal): Promise<void>;
  /** Gives back whatever this server still has the right to. */
  release(): Promise<void>;
}

/** In milliseconds. Whatever falls due, or is woken, is noticed as soon. */
const lookEvery = 1_000;
/** What is new is noticed as soon, in milliseconds. */
const prepareEvery = 3_000;
/** What is being written when the server stops is finished; Microsoft is not waited for, in milliseconds. */
const patience = 500;

/** Works on several pieces side by side, each until it is done. */
export function sideBySide<Claim>(shared: SharedWork<Claim>): Service {
  const { clock } = shared;
  const busy = new Map<string, Promise<void>>();
  const bell = new Wake();

  async function takeOne(signal: StopSignal): Promise<boolean> {
    const claim = await shared.take([...busy.keys()]);
    if (claim === undefined) return false;
    const name = shared.nameOf(claim);
    const working = shared.work(claim, signal).finally(() => {
      busy.delete(name);
      bell.ring();
    });
    busy.set(name, working);
    return true;
  }

  return {
    name: shared.name,
    async run(signal: StopSignal) {
      let preparedAt = Number.NEGATIVE_INFINITY;
      signal.addEventListener('abort', () => bell.ring(), { once: true });
      while (!signal.aborted) {
        if (clock.now() >= preparedAt + prepareEvery) {
          await shared.prepare();
          preparedAt = clock.now();
        }
        while (!signal.aborted && busy.size < shared.mostAtOnce && (await takeOne(signal)));
        if (!signal.aborted) await bell.waitAtMost(lookEvery, clock);
      }
      // Others may go on at once: what is still on its way is written no more.
      await shared.release();
      await Promise.race([Promise.all(busy.values()), pause(clock)]);
    },
  };
}

const pause = (clock: Clock): Promise<void> =>
  new Promise((resolve) => {
    clock.after(patience, resolve);
  });
