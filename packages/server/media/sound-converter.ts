import type { Clock } from '@switchboard/kit/clock';
import type { Result } from '@switchboard/kit/result';
import { convertInThread, stopping } from './convert-in-thread.ts';
import { type ConvertedSound, type SoundLimits, sizeProblem, soundLimits } from './convert-wav.ts';
import { type SoundProblem, soundProblem } from './sound-problem.ts';

/** Converts what administrators upload, beside the calls: in a thread of its own, one file after the other. */
export interface SoundConverter {
  /**
   * What Graph plays, or why the file is not taken. Ten minutes of stereo at 44.1 kHz take about 4 s, a greeting of
   * 10 s about a tenth of one. The bytes are copied before this returns. Rejects only when the thread itself fails.
   */
  convertSound(bytes: Uint8Array): Promise<Result<ConvertedSound, SoundProblem>>;
  /** Refuses what works, what waits and what is asked from now on; resolves when no thread is left. */
  stop(): Promise<void>;
}

export interface SoundConverterParts {
  readonly clock: Clock;
  readonly limits?: SoundLimits;
  /** After how many milliseconds of work a file is given up. */
  readonly patience?: number;
}

/** Ten times what the longest file takes: a busy machine is not the file's fault. */
const defaultPatience = 60_000;
/** Files of up to 50 MB that wait at most, besides the one at work. */
const mostWaiting = 3;

export function createSoundConverter({
  clock,
  limits = soundLimits,
  patience = defaultPatience,
}: SoundConverterParts): SoundConverter {
  const stop = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let inHand = 0;

  return {
    async convertSound(bytes) {
      const tooLarge = sizeProblem(bytes, limits);
      if (tooLarge !== undefined) return tooLarge;
      if (stop.signal.aborted) return stopping;
      if (inHand > mostWaiting) {
        return soundProblem('Other sound files are being converted', 'upload the file again in a minute');
      }
      inHand += 1;
      const job = { bytes: new Uint8Array(bytes), limits };
      const turn = last.then(() => convertInThread(job, { clock, patience, signal: stop.signal }));
      last = turn.catch(() => undefined).finally(() => (inHand -= 1));
      return turn;
    },
    async stop() {
      stop.abort();
      await last;
    },
  };
}
