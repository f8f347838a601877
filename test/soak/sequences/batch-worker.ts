import { parentPort } from 'node:worker_threads';
import { must } from '@switchboard/kit/assert';
import { type Batch, runBatch } from './batch.ts';

const port = must(parentPort, 'the thread that gives the batches');
port.on('message', (batch: Batch) => {
  void runBatch(batch).then((done) => port.postMessage(done));
});
