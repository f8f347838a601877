import type { deskAnnouncements as english } from './english-desk-announcements.ts';
import { desk } from './german-desk.ts';
import { spoken } from './german-words.ts';

export const deskAnnouncements: typeof english = {
  yourStatus: (status, now) => {
    if (status.status === 'break') {
      return status.reason === undefined
        ? 'Sie sind in der Pause'
        : `Sie sind in der Pause: ${status.reason}`;
    }
    if (status.status === 'offline') return 'Sie sind offline: Ihnen wird kein Anruf angeboten';
    if (status.wrapUpUntil !== undefined && status.wrapUpUntil > now) {
      return `Nachbearbeitung, noch ${spoken(status.wrapUpUntil - now)}`;
    }
    return 'Sie sind verfügbar';
  },
  queueNow: (queue) =>
    queue.state === 'emergency'
      ? `Notfall: ${queue.name}`
      : `${queue.name} ist ${desk.queues.state(queue).toLowerCase()}: ${desk.queues.why(queue)}`,
  callBackPromised: ({ name, number }) => `Rückruf versprochen: ${name ?? number}`,
  letters: {
    calls: 'Anrufe: Buchstaben wirken',
    person: (name) => `${name}: Buchstaben wirken`,
  },
  noLine: 'Diese Leitung gibt es nicht',
  headsetUnplugged: 'Das Headset ist nicht mehr angeschlossen. Ihre Gespräche laufen weiter',
  speakerGone: 'Der Lautsprecher zum Klingeln ist weg: Es klingelt über den des Systems',
  emergencyAgain: 'Noch einmal, um den Notfall zu beginnen',
  takeOutAgain: (name) => `Noch einmal, um ${name} zu entfernen`,
};
