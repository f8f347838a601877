import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';

/** The part of the platform's AbortSignal that a service needs; any AbortSignal fits. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Everything that lives has the same life. */
export interface Service {
  readonly name: string;
  /** Works until the signal stops it. To return earlier is a defect; to throw means "start me again". */
  run(signal: StopSignal): Promise<void>;
  /** Resolves when all work taken on so far is done. Tests wait with this instead of sleeping. */
  drain?(): Promise<void>;
}

/** First pause before a failed service starts again; doubles up to {@link longestPause}. */
const firstPause = 100;
const longestPause = 10_000;

/** Keeps a service running until the signal stops it: a failure is logged and followed by a pause and a new start. */
export async function keepRunning(
  service: Service,
  signal: StopSignal,
  clock: Clock,
  log: Logger,
): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    const startedAt = clock.now();
    try {
      await service.run(signal);
      if (signal.aborted) return;
      log.error('service returned before it was stopped', { service: service.name });
    } catch (error) {
      if (signal.aborted) return;
      log.error('service failed and will start again', {
        service: service.name,
        error: asError(error),
        pause,
      });
    }
    pause = clock.now() - startedAt > longestPause ? firstPause : pause;
    await sleep(pause, signal, clock);
    pause = Math.min(pause * 2, longestPause);
  }
}

/** Resolves after the time or when the signal stops it, whichever is first. */
export function sleep(milliseconds: number, signal: StopSignal, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = (): void => {
      cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(milliseconds, finish);
    signal.addEventListener('abort', finish, { once: true });
  });
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
