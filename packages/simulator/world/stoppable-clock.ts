import { type Cancel, type Clock, ManualClock } from '@switchboard/kit/clock';

export interface StoppableClock {
  readonly clock: Clock;
  /** Cancels whatever is still to come, so that nothing keeps the process alive. */
  stop(): void;
}

/** A clock driven by hand keeps nothing alive and stays itself: who drives it must recognise it. */
export function stoppable(clock: Clock): StoppableClock {
  if (clock instanceof ManualClock) return { clock, stop: () => undefined };
  const pending = new Set<Cancel>();
  let stopped = false;
  return {
    clock: {
      now: () => clock.now(),
      after(milliseconds, task) {
        if (stopped) return () => undefined;
        const cancel = clock.after(milliseconds, () => {
          pending.delete(cancel);
          task();
        });
        pending.add(cancel);
        return () => {
          pending.delete(cancel);
          cancel();
        };
      },
    },
    stop() {
      stopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
