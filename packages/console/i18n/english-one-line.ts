import { nameOf } from '@switchboard/contract/words/party-words';
import { oneLineIn } from './one-line.ts';

export const oneLine = oneLineIn({
  nameOf,
  lost: ['Connection lost', 'Lost'],
  nobodyWaits: ['nobody waiting', '0 wait'],
  waits: (count, time) => [
    `${count} waiting, longest ${time}`,
    `${count} waiting ${time}`,
    `${count} wait ${time}`,
  ],
  pickUp: { of: (name) => `Pick up: ${name}`, alone: 'Pick up' },
  ringing: {
    forCaller: (other, caller, time) => `Ringing ${other} for ${caller} ${time}`,
    of: (other, time) => `Ringing ${other} ${time}`,
    alone: (time) => `Ringing ${time}`,
  },
  asking: { of: (name, time) => [`Asking ${name} ${time}`], alone: (time) => `Asking ${time}` },
  talking: {
    of: (name, time) => [`Talking to ${name} ${time}`, `With ${name} ${time}`],
    alone: (time) => `With ${time}`,
  },
  inCall: (time) => `In a call ${time}`,
  held: {
    of: (name, time) => [`${name} on hold ${time}`, `Held ${name} ${time}`],
    alone: (time) => `Held ${time}`,
  },
  together: {
    of: (count, time) => `${count} talk together ${time}`,
    alone: (time) => `Together ${time}`,
  },
  noCall: 'No call',
  offline: 'Offline',
  wrapUp: 'Wrap-up',
  onBreak: { of: (reason) => `Break: ${reason}`, alone: 'Break' },
});
