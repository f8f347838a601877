import type { QueueView } from '@switchboard/contract/views/queue-view';
import { forms } from './english-words.ts';

const states: Record<QueueView['state'], string> = {
  open: 'Open',
  closed: 'Closed',
  emergency: 'Emergency',
};

const whys: Record<QueueView['why'], string> = {
  hours: 'by its hours',
  holiday: 'holiday',
  byHand: 'switched by hand',
  nobodyThere: 'nobody is there',
  emergency: 'switched by hand',
};

/** The operator's own state, the queues' switches, the colleagues, the calls back. */
export const desk = {
  status: {
    menu: 'Your status',
    available: 'Available',
    break: 'Break',
    breakFor: (reason: string): string => `Break: ${reason}`,
    offline: 'Offline',
    goOffline: 'Go offline',
    wrapUp: (time: string): string => `Wrap-up ${time}`,
    readyNow: 'Ready now',
    again: 'Available again',
    since: (time: string): string => `for ${time}`,
    takeBreak: 'Take a break',
    reasons: ['Break', 'Lunch', 'Meeting', 'Other work'],
    ownReason: 'Another reason',
    ownReasonHint: 'colleagues see it',
    start: 'Start',
    follows: 'Follow my Teams presence',
  },
  queues: {
    menu: 'Queues and colleagues',
    title: 'Queues',
    none: 'You answer no queue yet. An administrator adds you to one.',
    state: (queue: QueueView): string => states[queue.state],
    why: (queue: QueueView): string =>
      queue.why === 'holiday' && queue.holiday !== undefined ? queue.holiday : whys[queue.why],
    changes: (queue: QueueView, now: number): string | undefined => {
      if (queue.changesAt === undefined) return undefined;
      return `${queue.state === 'open' ? 'closes' : 'opens'} ${forms.soon(queue.changesAt, now)}`;
    },
    allOpen: (count: number): string => (count === 1 ? 'Queue open' : 'All queues open'),
    notOpen: (name: string, queue: QueueView, more: number): string =>
      `${name}: ${states[queue.state].toLowerCase()}${more > 0 ? ` +${more}` : ''}`,
    modes: { auto: 'By hours', day: 'Day', night: 'Night' },
    answered: 'I answer it today',
    answeredOf: (name: string): string => `I answer ${name} today`,
    modeOf: (name: string): string => `Switch of ${name}`,
    emergencyOn: 'Emergency …',
    emergencySure: (seconds: number): string => `Start emergency? (${seconds} s)`,
    emergencyOff: 'End emergency',
  },
  colleagues: { title: 'Colleagues', none: 'Nobody else answers your queues.' },
  callBacks: {
    taken: (name: string): string => `${name} calls back`,
    take: 'Take on',
    done: 'Done',
    giveBack: 'Give back',
  },
  pad: {
    title: 'Keypad',
    lead: (who: string): string => `Keys for ${who}. Type them, or press.`,
    sent: 'Sent so far',
    nothing: 'nothing yet',
    close: 'Close',
    key: (tone: string): string => ({ '*': 'Star', '#': 'Hash' })[tone] ?? tone,
  },
};
