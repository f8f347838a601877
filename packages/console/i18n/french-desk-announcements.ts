import type { deskAnnouncements as english } from './english-desk-announcements.ts';
import { desk } from './french-desk.ts';
import { spoken } from './french-words.ts';

export const deskAnnouncements: typeof english = {
  yourStatus: (status, now) => {
    if (status.status === 'break') {
      return status.reason === undefined ? 'Vous êtes en pause' : `Vous êtes en pause : ${status.reason}`;
    }
    if (status.status === 'offline') return 'Vous êtes hors ligne : aucun appel ne vous est proposé';
    if (status.wrapUpUntil !== undefined && status.wrapUpUntil > now) {
      return `Post-appel, encore ${spoken(status.wrapUpUntil - now)}`;
    }
    return 'Vous êtes disponible';
  },
  queueNow: (queue) =>
    queue.state === 'emergency'
      ? `Urgence : ${queue.name}`
      : `${queue.name} : ${desk.queues.state(queue).toLowerCase()}, ${desk.queues.why(queue)}`,
  callBackPromised: ({ name, number }) => `Rappel promis : ${name ?? number}`,
  letters: {
    calls: 'Appels : les lettres agissent',
    person: (name) => `${name} : les lettres agissent`,
  },
  noLine: 'Cette ligne n’existe pas',
  headsetUnplugged: 'Le casque est débranché. Vos appels continuent',
  speakerGone: 'Le haut-parleur de sonnerie a disparu : celui du système sonne',
  emergencyAgain: 'Encore une fois pour lancer l’urgence',
  takeOutAgain: (name) => `Encore une fois pour retirer ${name}`,
};
