import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import { desk } from './english-desk.ts';
import { spoken } from './english-words.ts';

/** Sentences about the operator's own state, the queues and the calls back, said aloud. */
export const deskAnnouncements = {
  yourStatus: (status: OperatorStatusView, now: number): string => {
    if (status.status === 'break') {
      return status.reason === undefined ? 'You are on a break' : `You are on a break: ${status.reason}`;
    }
    if (status.status === 'offline') return 'You are offline: no calls are offered to you';
    if (status.wrapUpUntil !== undefined && status.wrapUpUntil > now) {
      return `Wrap-up for ${spoken(status.wrapUpUntil - now)}`;
    }
    return 'You are available';
  },
  queueNow: (queue: QueueView): string =>
    queue.state === 'emergency'
      ? `Emergency: ${queue.name}`
      : `${queue.name} is ${desk.queues.state(queue).toLowerCase()}: ${desk.queues.why(queue)}`,
  callBackPromised: ({ name, number }: CallBackView): string => `Call back promised: ${name ?? number}`,
  letters: {
    calls: 'Calls: letters act',
    person: (name: string): string => `${name}: letters act`,
  },
  noLine: 'No such line',
  headsetUnplugged: 'The headset is unplugged. Your calls go on',
  speakerGone: 'The loudspeaker that rings is gone: it rings by the system’s own',
  emergencyAgain: 'Once more to start the emergency',
  takeOutAgain: (name: string): string => `Once more to take ${name} out`,
};
