import type { Logger } from '@switchboard/kit/logger';
import { Cell, type Readable } from '../connection/cell.ts';

/** `waiting`: it is taken as soon as the page is in sight. `refused`: the system does not allow it, as on low battery. */
export type WakeState = 'missing' | 'off' | 'held' | 'waiting' | 'refused';

/** Keeps the screen on. */
export interface ScreenWake {
  readonly state: Readable<WakeState>;
  want(isWanted: boolean): void;
}

/** The browser lets go of it whenever the page is out of sight; it is taken again when the page comes back. */
export function browserWake(log: Logger): ScreenWake {
  const wakeLock = 'wakeLock' in navigator ? navigator.wakeLock : undefined;
  const state = new Cell<WakeState>(wakeLock === undefined ? 'missing' : 'off');
  let isWanted = false;
  let held: WakeLockSentinel | undefined;
  let isAsking = false;

  async function take(): Promise<void> {
    if (wakeLock === undefined || !isWanted || held !== undefined || isAsking) return;
    if (document.visibilityState !== 'visible') return state.set('waiting');
    isAsking = true;
    try {
      const taken = await wakeLock.request('screen');
      taken.addEventListener('release', () => {
        held = undefined;
        state.set(isWanted ? 'waiting' : 'off');
      });
      held = taken;
      state.set('held');
    } catch (error) {
      log.info('the screen is not kept on', { why: String(error) });
      state.set('refused');
    } finally {
      isAsking = false;
    }
    if (!isWanted) await held?.release();
  }

  document.addEventListener('visibilitychange', () => void take());
  return {
    state,
    want(wanted) {
      if (wanted === isWanted || wakeLock === undefined) return;
      isWanted = wanted;
      if (wanted) void take();
      else if (held === undefined) state.set('off');
      else void held.release();
    },
  };
}
