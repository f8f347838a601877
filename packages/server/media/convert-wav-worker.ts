import { parentPort, workerData } from 'node:worker_threads';
import { must } from '@switchboard/kit/assert';
import { type ConversionJob, convertWav } from './convert-wav.ts';

/** A thread's whole life: one file, one answer. */
const { bytes, limits } = workerData as ConversionJob;
must(parentPort, 'runs as a thread').postMessage(convertWav(bytes, limits));
