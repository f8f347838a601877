import { nameOf } from './french-words.ts';
import { oneLineIn } from './one-line.ts';

export const oneLine = oneLineIn({
  nameOf,
  lost: ['Connexion perdue', 'Perdue'],
  nobodyWaits: ['personne n’attend', '0 attend'],
  waits: (count, time) => [`${count} en file, max. ${time}`, `${count} en file ${time}`],
  pickUp: { of: (name) => `Décrochez : ${name}`, alone: 'Décrochez' },
  ringing: {
    forCaller: (other, caller, time) => `Sonne chez ${other} pour ${caller} ${time}`,
    of: (other, time) => `Sonne chez ${other} ${time}`,
    alone: (time) => `Sonne ${time}`,
  },
  asking: {
    of: (name, time) => [`Double appel vers ${name} ${time}`, `Appelle ${name} ${time}`],
    alone: (time) => `Double appel ${time}`,
  },
  talking: {
    of: (name, time) => [`En ligne avec ${name} ${time}`, `Avec ${name} ${time}`],
    alone: (time) => `En ligne ${time}`,
  },
  inCall: (time) => `En ligne ${time}`,
  held: {
    of: (name, time) => [`${name} en attente ${time}`],
    alone: (time) => `En attente ${time}`,
  },
  together: {
    of: (count, time) => `${count} en conférence ${time}`,
    alone: (time) => `Conférence ${time}`,
  },
  noCall: 'Aucun appel',
  offline: 'Hors ligne',
  wrapUp: 'Post-appel',
  onBreak: { of: (reason) => `Pause : ${reason}`, alone: 'Pause' },
});
