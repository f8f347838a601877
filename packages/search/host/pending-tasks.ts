import type { Worker } from 'node:worker_threads';
import { refused } from '@switchboard/kit/result';
import { SearchFault } from './search-fault.ts';
import type {
  AnswerOf,
  MessageFromThread,
  MessageToThread,
  Overtaken,
  TaskName,
  TaskOf,
} from './search-messages.ts';

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: SearchFault) => void;
}

/** What one thread was asked and has not answered yet. */
export class PendingTasks {
  /** Rejects when the thread ends by itself. */
  readonly died: Promise<never>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #end: SearchFault | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: MessageFromThread) => this.#take(message));
    const { promise, reject } = Promise.withResolvers<never>();
    const end = (cause: unknown): void => {
      this.#end ??= new SearchFault('threadDied', 'the thread of the people search ended', cause);
      this.rejectAll();
      reject(this.#end);
    };
    worker.once('error', end);
    worker.once('exit', (code) => end(new Error(`exit code ${code}`)));
    // Whoever waits for it gets the fault; that nobody does is no fault of its own.
    promise.catch(() => undefined);
    this.died = promise;
  }

  /** With a signal: is answered as overtaken when that stops it. */
  ask<Name extends TaskName>(name: Name, task: TaskOf<Name>, signal?: AbortSignal): Promise<AnswerOf<Name>> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const number = this.#next;
    this.#next += 1;
    const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<Name>>();
    this.#pending.set(number, { resolve: resolve as (answer: unknown) => void, reject });
    this.#post({ type: 'task', number, name, task });
    if (signal === undefined) return promise;
    const skip = (): void => {
      if (!this.#pending.delete(number)) return;
      this.#post({ type: 'skip', number });
      const overtaken: Overtaken = { code: 'overtaken' };
      resolve(refused(overtaken) as unknown as AnswerOf<Name>);
    };
    if (signal.aborted) skip();
    signal.addEventListener('abort', skip, { once: true });
    return promise.finally(() => signal.removeEventListener('abort', skip));
  }

  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  rejectAll(): void {
    const fault = (this.#end ??= new SearchFault('notRunning', 'the people search was stopped'));
    for (const { reject } of this.#pending.values()) reject(fault);
    this.#pending.clear();
  }

  #post(message: MessageToThread): void {
    this.#worker.postMessage(message);
  }

  #take(message: MessageFromThread): void {
    const pending = this.#pending.get(message.number);
    this.#pending.delete(message.number);
    if (message.type === 'answer') pending?.resolve(message.answer);
    else pending?.reject(new SearchFault('threadFailed', message.message));
  }
}
