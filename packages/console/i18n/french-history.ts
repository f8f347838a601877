import type { history as english } from './english-history.ts';
import { ended } from './french-reasons.ts';
import { frenchTimes } from './french-times.ts';
import { forms, spoken } from './french-words.ts';
import { pastCallWords } from './past-call-words.ts';

const counted = (count: number): string => `${forms.count(count)} ${forms.plural(count, 'appel', 'appels')}`;
const times = (count: number): string => `${forms.count(count)} fois`;

const { earlier, ...rows } = pastCallWords({
  times: frenchTimes,
  yesterday: 'hier',
  unknown: 'Correspondant inconnu',
  spoken,
  ended,
  answered: 'Pris',
  takenBy: (names) => `Pris par ${names}`,
  putThrough: (to, by) =>
    `Transféré${to === undefined ? '' : ` à ${to}`}${by === undefined ? '' : ` par ${by}`}`,
  refused: 'Non admis',
  lost: (why, by) => `Manqué : ${why}${by === undefined ? '' : `, après que ${by} l’a pris`}`,
  cameBack: 'revenu entre-temps',
  waited: (time) => `a attendu ${time}`,
  talked: (time) => `puis ${time}`,
  before: (count, hasMore) =>
    hasMore ? `A déjà appelé plus de ${times(count)}` : `A déjà appelé ${times(count)}`,
  last: (when, what) => `Dernier appel ${when} : ${what}`,
});

export const history: typeof english = {
  ...rows,
  title: 'Historique et rappels',
  button: 'Historique',
  close: 'Fermer',
  tabs: {
    queues: 'Des files',
    mine: 'Les miens',
    toCallBack: (count) => (count === 0 ? 'À rappeler' : `À rappeler (${forms.count(count)})`),
  },
  search: 'Nom ou numéro',
  queue: 'File',
  anyQueue: 'Toutes les files',
  outcome: 'Issue',
  anyOutcome: 'Toutes les issues',
  outcomes: { answered: 'Pris', putThrough: 'Transféré', lost: 'Manqué', cameBack: 'Revenu' },
  span: 'Quand',
  spans: {
    any: 'Tout le temps',
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    week: '7 derniers jours',
    month: '30 derniers jours',
    between: 'Du … au …',
  },
  firstDay: 'Du',
  lastDay: 'Au',
  list: 'Appels, les plus récents d’abord',
  reading: 'Lecture des appels …',
  failed: 'Les appels n’ont pas pu être lus.',
  again: 'Réessayer',
  none: { queues: 'Pas encore d’appels', mine: 'Vous n’avez encore pris aucun appel' },
  noneHint: {
    queues:
      'Tout appel terminé de vos files figure ici, quel que soit celui qui l’a pris, aussi longtemps que votre organisation le conserve.',
    mine: 'Les appels où vous avez parlé figurent ici une fois terminés. Personne d’autre ne voit cette liste.',
  },
  noneFits: 'Aucun appel ne correspond',
  noneFitsHint: 'Retirez un filtre, ou remontez plus loin.',
  clear: 'Tout afficher',
  lookedBack: (at, now, locality) => `Remonté jusqu’à ${rows.when(at, now, locality)}`,
  lookOn: 'Remonter plus loin',
  found: (count, hasMore) => {
    if (hasMore) return `${counted(count)}, et de plus anciens`;
    return count === 0
      ? 'Aucun appel trouvé'
      : `${counted(count)} ${forms.plural(count, 'trouvé', 'trouvés')}`;
  },
  actions: {
    call: 'Appeler',
    timeline: 'Chronologie',
    keep: 'Garder comme contact',
    copy: 'Copier le numéro',
    find: 'Chercher cette personne',
    copied: (number) => `Copié : ${number}`,
    notCopied: (number) => `Le navigateur n’a pas permis la copie : ${number}`,
  },
  noNumber: 'Le correspondant n’a pas donné de numéro.',
  details: 'L’appel choisi',
  export: {
    button: 'Enregistrer un fichier',
    hint: 'Tous les appels qui correspondent, en tableau (CSV)',
    under: (count) => `${counted(count)} ${forms.plural(count, 'écrit', 'écrits')} …`,
    stop: 'Arrêter',
    done: (count) => `Enregistré : ${counted(count)}`,
    failed: 'Le fichier n’est pas arrivé à sa fin et n’est pas enregistré. Réessayez.',
    refused: 'Le serveur ne donne pas ce fichier. Reconnectez-vous, puis réessayez.',
  },
  earlier: {
    ...earlier,
    several: (count) => `${forms.count(count)} contacts ont ce numéro`,
    first: 'Premier appel que nous connaissions',
    show: 'Appels précédents',
  },
  callBacks: {
    empty: 'Personne n’est à rappeler',
    emptyHint:
      'Ici figurent les correspondants à qui un rappel a été promis, et ceux qui n’ont joint personne : tous voient qui se charge d’un rappel, et qui rappelle et obtient une réponse quitte la liste.',
    all: (count) => `Les ${forms.count(count)} à rappeler`,
    why: ({ why, calls, ended: reason }) =>
      why === 'promised'
        ? 'Promis'
        : `Manqué${calls > 1 ? `, ${times(calls)}` : ''}${reason === undefined ? '' : ` : ${ended[reason]}`}`,
    tried: (count) => `non joint ${times(count)}`,
    call: (who) => `Rappeler ${who}`,
    notReached: 'Non joint',
  },
  calling: {
    title: 'Pour rappeler quelqu’un',
    names: {
      teams: 'Ouvrir le numéro dans Teams',
      telephone: 'L’ouvrir avec ce qui sert à appeler sur cet ordinateur',
      nothing: 'L’afficher : je compose moi-même',
    },
    hint: 'Teams demande avant d’appeler. Ce qui sert à appeler se règle dans les paramètres de cet ordinateur.',
  },
};
