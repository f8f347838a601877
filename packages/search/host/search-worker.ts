import { parentPort, workerData } from 'node:worker_threads';
import { must } from '@switchboard/kit/assert';
import { asError } from '@switchboard/kit/lifecycle';
import type { MessageFromThread, MessageToThread, TaskMessage, ThreadSettings } from './search-messages.ts';
import { SearchThread } from './search-thread.ts';

const port = must(parentPort, 'the thread that this one works for');
const thread = new SearchThread(workerData as ThreadSettings);
const say = (message: MessageFromThread): void => port.postMessage(message);

async function perform({ number, name, task }: TaskMessage): Promise<void> {
  const handler = thread.handlers[name] as (task: unknown, number: number) => unknown;
  try {
    say({ type: 'answer', number, answer: await handler(task, number) });
  } catch (error) {
    const { message, stack } = asError(error);
    say({ type: 'failure', number, message: stack ?? message });
  }
}

port.on('message', (message: MessageToThread) => {
  if (message.type === 'skip') thread.skip(message.number);
  else void perform(message);
});
