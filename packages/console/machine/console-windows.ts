import { Cell, type Readable } from '../connection/cell.ts';

/** What only one window of this browser does at a time. */
export type SharedDuty = 'rings' | 'desk';

/** The console's windows in this browser, this one among them. */
export interface ConsoleWindows {
  /** The operator types into this window. */
  readonly isInFront: Readable<boolean>;
  /** The operator types into one of them. */
  readonly isAnyInFront: Readable<boolean>;
  /** From now on this window is ready for the duty; true while it is the one that has it. */
  takePart(duty: SharedDuty): Readable<boolean>;
  /** Brings this window to the front, as far as the browser lets a page do that. */
  comeToFront(): void;
}

const lockOf = (duty: SharedDuty | 'front'): string => `switchboard.${duty}`;

/**
 * By Web Locks: a duty goes to the next window when the one that has it is closed or dies. Without a secure connection
 * there are none: then each window is on its own.
 */
export function browserWindows(): ConsoleWindows {
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  const isInFront = new Cell(document.hasFocus());
  const isAnyInFront = new Cell(isInFront.getSnapshot());
  const duties = new Map<SharedDuty, Cell<boolean>>();
  const news = 'BroadcastChannel' in window ? new BroadcastChannel('switchboard.windows') : undefined;
  let leave: (() => Promise<unknown>) | undefined;

  async function lookAround(): Promise<void> {
    const held = (await locks?.query())?.held ?? [];
    isAnyInFront.set(isInFront.getSnapshot() || held.some(({ name }) => name === lockOf('front')));
  }

  /** Held together by all windows in front: two screens may have one each. Resolves when it is taken, or let go of. */
  async function keepFront(): Promise<void> {
    const isTaken = leave !== undefined;
    if (locks === undefined || isTaken === isInFront.getSnapshot()) return;
    if (isTaken) {
      await leave?.();
      leave = undefined;
      return;
    }
    await new Promise<void>((taken) => {
      const over = locks.request(lockOf('front'), { mode: 'shared' }, () => {
        taken();
        return new Promise<void>((resolve) => {
          leave = () => {
            resolve();
            return over;
          };
        });
      });
    });
  }

  /** One step after the other: a lock that is only asked for cannot be let go of. */
  let steps = Promise.resolve();

  function looked(): void {
    isInFront.set(document.hasFocus());
    steps = steps
      .then(keepFront)
      .then(lookAround)
      .then(() => news?.postMessage('front'));
  }

  for (const event of ['focus', 'blur', 'pagehide', 'pageshow']) window.addEventListener(event, looked);
  document.addEventListener('visibilitychange', looked);
  news?.addEventListener('message', () => void lookAround());
  looked();

  return {
    isInFront,
    isAnyInFront,
    takePart(duty) {
      const known = duties.get(duty);
      if (known !== undefined) return known;
      const isOurs = new Cell(locks === undefined);
      duties.set(duty, isOurs);
      const forEver = new Promise<never>(() => {});
      void locks?.request(lockOf(duty), () => {
        isOurs.set(true);
        return forEver;
      });
      return isOurs;
    },
    comeToFront: () => window.focus(),
  };
}
