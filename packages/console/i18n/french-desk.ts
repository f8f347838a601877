import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { desk as english } from './english-desk.ts';
import { forms } from './french-words.ts';

const states: Record<QueueView['state'], string> = {
  open: 'Ouverte',
  closed: 'Fermée',
  emergency: 'Urgence',
};

const whys: Record<QueueView['why'], string> = {
  hours: 'selon les horaires',
  holiday: 'jour férié',
  byHand: 'basculée à la main',
  nobodyThere: 'il n’y a personne',
  emergency: 'basculée à la main',
};

export const desk: typeof english = {
  status: {
    menu: 'Votre statut',
    available: 'Disponible',
    break: 'Pause',
    breakFor: (reason) => `Pause : ${reason}`,
    offline: 'Hors ligne',
    goOffline: 'Passer hors ligne',
    wrapUp: (time) => `Post-appel ${time}`,
    readyNow: 'Je suis prêt',
    again: 'De nouveau disponible',
    since: (time) => `depuis ${time}`,
    takeBreak: 'Faire une pause',
    reasons: ['Pause', 'Déjeuner', 'Réunion', 'Autre tâche'],
    ownReason: 'Autre raison',
    ownReasonHint: 'les autres la voient',
    start: 'Commencer',
    follows: 'Suivre ma présence dans Teams',
  },
  queues: {
    menu: 'Files d’attente et équipe',
    title: 'Files d’attente',
    none: 'Vous ne servez encore aucune file. L’administration vous y ajoute.',
    state: (queue) => states[queue.state],
    why: (queue) =>
      queue.why === 'holiday' && queue.holiday !== undefined ? queue.holiday : whys[queue.why],
    changes: (queue, now) => {
      if (queue.changesAt === undefined) return undefined;
      return `${queue.state === 'open' ? 'ferme' : 'ouvre'} ${forms.soon(queue.changesAt, now)}`;
    },
    allOpen: (count) => forms.plural(count, 'File ouverte', 'Files ouvertes'),
    notOpen: (name, queue, more) =>
      `${name} : ${states[queue.state].toLowerCase()}${more > 0 ? ` +${more}` : ''}`,
    modes: { auto: 'Selon les horaires', day: 'Jour', night: 'Nuit' },
    answered: 'Je la sers aujourd’hui',
    answeredOf: (name) => `Je sers ${name} aujourd’hui`,
    modeOf: (name) => `Bascule : ${name}`,
    emergencyOn: 'Urgence …',
    emergencySure: (seconds) => `Lancer l’urgence ? (${seconds} s)`,
    emergencyOff: 'Fin de l’urgence',
  },
  colleagues: { title: 'Équipe', none: 'Personne d’autre ne sert vos files.' },
  callBacks: {
    taken: (name) => `${name} rappelle`,
    take: 'M’en charger',
    done: 'Fait',
    giveBack: 'Rendre',
  },
  pad: {
    title: 'Clavier',
    lead: (who) => `Touches pour ${who}. Tapez-les, ou appuyez.`,
    sent: 'Envoyé jusqu’ici',
    nothing: 'encore rien',
    close: 'Fermer',
    key: (tone) => ({ '*': 'Étoile', '#': 'Dièse' })[tone] ?? tone,
  },
};
