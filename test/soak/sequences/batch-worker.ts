import { parentPort } from 'node:worker_threads';
import { must } from '@switchboard/kit/assert';
import { type Batch, type FromThread, runBatch } from './batch.ts';

const port = must(parentPort, 'the thread that gives the batches');
const say = (message: FromThread): void => port.postMessage(message);
port.on('message', (batch: Batch) => {
  void runBatch(batch, (broken) => say({ broken })).then((done) => say({ done }));
});
