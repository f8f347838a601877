import { forms, nameOf } from './dutch-words.ts';
import { oneLineIn } from './one-line.ts';

export const oneLine = oneLineIn({
  nameOf,
  lost: ['Verbinding weg', 'Weg'],
  nobodyWaits: ['niemand wacht', '0 wacht'],
  waits: (count, time) => {
    const wait = forms.plural(count, 'wacht', 'wachten');
    return [`${count} ${wait}, langste ${time}`, `${count} ${wait} ${time}`];
  },
  pickUp: { of: (name) => `Opnemen: ${name}`, alone: 'Opnemen' },
  ringing: {
    forCaller: (other, caller, time) => `Belt ${other} voor ${caller} ${time}`,
    of: (other, time) => `Belt ${other} ${time}`,
    alone: (time) => `Belt ${time}`,
  },
  asking: {
    of: (name, time) => [`Ruggespraak met ${name} ${time}`, `Vraagt ${name} ${time}`],
    alone: (time) => `Vraagt ${time}`,
  },
  talking: {
    of: (name, time) => [`In gesprek met ${name} ${time}`, `Met ${name} ${time}`],
    alone: (time) => `Met ${time}`,
  },
  inCall: (time) => `In gesprek ${time}`,
  held: {
    of: (name, time) => [`${name} in de wacht ${time}`, `Wacht: ${name} ${time}`],
    alone: (time) => `In de wacht ${time}`,
  },
  together: {
    of: (count, time) => `${count} spreken samen ${time}`,
    alone: (time) => `Samen ${time}`,
  },
  noCall: 'Geen gesprek',
  offline: 'Offline',
  wrapUp: 'Nawerk',
  onBreak: { of: (reason) => `Pauze: ${reason}`, alone: 'Pauze' },
});
