import { forms, nameOf } from './german-words.ts';
import { oneLineIn } from './one-line.ts';

export const oneLine = oneLineIn({
  nameOf,
  lost: ['Verbindung verloren', 'Getrennt'],
  nobodyWaits: ['niemand wartet', '0 warten'],
  waits: (count, time) => {
    const wait = forms.plural(count, 'wartet', 'warten');
    return [`${count} ${wait}, am längsten ${time}`, `${count} ${wait} ${time}`];
  },
  pickUp: { of: (name) => `Abnehmen: ${name}`, alone: 'Abnehmen' },
  ringing: {
    forCaller: (other, caller, time) => `Klingelt bei ${other} für ${caller} ${time}`,
    of: (other, time) => `Klingelt bei ${other} ${time}`,
    alone: (time) => `Klingelt ${time}`,
  },
  asking: {
    of: (name, time) => [`Rückfrage bei ${name} ${time}`, `Fragt ${name} ${time}`],
    alone: (time) => `Rückfrage ${time}`,
  },
  talking: {
    of: (name, time) => [`Gespräch mit ${name} ${time}`, `Mit ${name} ${time}`],
    alone: (time) => `Gespräch ${time}`,
  },
  inCall: (time) => `Gespräch ${time}`,
  held: {
    of: (name, time) => [`${name} gehalten ${time}`],
    alone: (time) => `Gehalten ${time}`,
  },
  together: {
    of: (count, time) => `${count} sprechen gemeinsam ${time}`,
    alone: (time) => `Gemeinsam ${time}`,
  },
  noCall: 'Kein Gespräch',
  offline: 'Offline',
  wrapUp: 'Nachbearbeitung',
  onBreak: { of: (reason) => `Pause: ${reason}`, alone: 'Pause' },
});
