import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SequencesOptions } from '../options.ts';
import { grouped, Progress } from '../progress.ts';
import { type Batch, type BatchDone, batchSize, type Failure, type FromThread } from './batch.ts';
import { keepWorld } from './kept-world.ts';

/** Lives through random worlds on all cores. @returns whether nobody was lost */
export async function runSequences({ sequences, seed }: SequencesOptions): Promise<boolean> {
  const cores = availableParallelism();
  process.stdout.write(`${grouped(sequences)} random worlds on ${cores} cores, seed ${seed}\n`);
  const tally = new Map<string, number>();
  let done = 0;
  const rate = (): string => `${grouped(done / progress.seconds)} per second`;
  const progress = new Progress(
    () => `${grouped(done)} of ${grouped(sequences)} worlds, ${rate()}, ${progress.seconds} s`,
  );
  const failures = await shareOut(batchesOf(sequences, seed), cores, (batch) => {
    done += batch.worlds;
    for (const [event, count] of batch.tally) tally.set(event, (tally.get(event) ?? 0) + count);
  });
  progress.end();
  for (const failure of failures) await tell(failure);
  if (failures.length > 0) return false;
  process.stdout.write(
    `${grouped(done)} worlds in ${progress.seconds} s (${rate()}): no caller was lost.\n${told(tally)}\n`,
  );
  return true;
}

const told = (tally: ReadonlyMap<string, number>): string =>
  `In them: ${[...tally]
    .toSorted(([, a], [, b]) => b - a)
    .map(([event, count]) => `${event} ${grouped(count)}`)
    .join(', ')}.`;

async function tell(failure: Failure): Promise<void> {
  const place = await keepWorld(failure);
  process.stdout.write(
    `A promise was broken: ${failure.broken.join('; ')}\n` +
      `The world is kept in ${place}; npm test lives through it from now on:\n${JSON.stringify(failure.plan)}\n`,
  );
}

function* batchesOf(sequences: number, seed: number): Generator<Batch> {
  for (let batch = 0; batch * batchSize < sequences; batch += 1)
    yield { seed, batch, worlds: Math.min(batchSize, sequences - batch * batchSize) };
}

/** One batch after the other to whichever thread is free, until there are no more or one has failed. */
async function shareOut(
  batches: Generator<Batch>,
  cores: number,
  onDone: (done: BatchDone) => void,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const worker = async (): Promise<void> => {
    const thread = new Worker(fileURLToPath(import.meta.resolve('./batch-worker.ts')));
    try {
      for (const batch of batches) {
        if (failures.length > 0) return;
        const done = await askThread(thread, batch);
        onDone(done);
        if (done.failure !== undefined) failures.push(done.failure);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: cores }, worker));
  return failures;
}

const askThread = (thread: Worker, batch: Batch): Promise<BatchDone> =>
  new Promise((resolve, reject) => {
    const hear = (said: FromThread): void => {
      if ('broken' in said) return sayBroken(said.broken);
      thread.off('error', reject);
      thread.off('message', hear);
      resolve(said.done);
    };
    thread.once('error', reject);
    thread.on('message', hear);
    thread.postMessage(batch);
  });

const sayBroken = (broken: readonly string[]): void =>
  void process.stderr.write(`${broken[0] ?? ''}: the world is made smaller now, in two minutes at most\n`);
