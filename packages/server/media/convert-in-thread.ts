import { Worker } from 'node:worker_threads';
import { Defect } from '@switchboard/kit/assert';
import type { Clock } from '@switchboard/kit/clock';
import type { Result } from '@switchboard/kit/result';
import type { ConversionJob, ConvertedSound } from './convert-wav.ts';
import { type SoundProblem, saveAsWav, soundProblem } from './sound-problem.ts';

type Answer = Result<ConvertedSound, SoundProblem>;

const program = new URL('./convert-wav-worker.ts', import.meta.url);

/**
 * Converts one file in a thread that ends with it. The bytes are moved there, and empty here afterwards. Refuses a file
 * that takes longer than `patience` milliseconds, or when `signal` stops it. Rejects when the thread fails: a defect.
 */
export async function convertInThread(
  job: ConversionJob,
  { clock, patience, signal }: { clock: Clock; patience: number; signal: AbortSignal },
): Promise<Answer> {
  if (signal.aborted) return stopping;
  const worker = new Worker(program, { workerData: job, transferList: [job.bytes.buffer as ArrayBuffer] });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const stop = (): void => resolve(stopping);
  signal.addEventListener('abort', stop);
  const cancel = clock.after(patience, () => resolve(tooSlow));
  worker.once('message', (answer: Answer) => resolve(answer));
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Defect(`a thread that converts sound ended early, with ${code}`)));
  try {
    return await promise;
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

const tooSlow = soundProblem(
  'The file took too long to convert',
  `${saveAsWav}, mono, 16000 Hz, and upload that`,
);

export const stopping = soundProblem('The server is being stopped', 'upload the file again in a minute');
