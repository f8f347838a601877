import type { messages as english } from './english-messages.ts';
import { ago, forms } from './french-words.ts';

const closedWays: Readonly<Record<string, string>> = {
  noRight: 'Votre organisation ne l’autorise pas. Demandez à votre administrateur.',
  signIn: 'Déconnectez-vous puis reconnectez-vous pour l’utiliser.',
  noAddress: 'Aucune adresse e-mail n’est connue.',
  notInTeams: 'Cette personne n’a pas de compte Teams ici.',
  yourself: 'On ne discute pas avec soi-même.',
  unavailable: 'Microsoft ne répond pas pour l’instant : l’envoi sera tenté.',
};

const failures: Parameters<typeof english.failedTo>[1] extends infer Why extends string
  ? Readonly<Record<Why, string>>
  : never = {
  noRight: 'vos droits chez Microsoft ne le permettent pas',
  signIn: 'déconnectez-vous, reconnectez-vous, puis réessayez',
  noMailbox: 'votre compte n’a pas de boîte aux lettres, ou pas Teams',
  recipientUnknown: 'Microsoft ne connaît pas le destinataire',
  refused: 'Microsoft ne l’a pas accepté',
  unavailable: 'Microsoft est resté injoignable une demi-heure',
};

export const messages: typeof english = {
  message: 'Message',
  messageHint: 'Écrire par e-mail ou dans Teams',
  aboutCall: 'Écrire un message sur cet appel',
  title: (name) => `Message à ${name}`,
  close: 'Fermer ; ce que vous avez tapé est gardé',
  reading: 'Recherche des moyens de joindre cette personne …',
  readFailed: 'On ne sait pas pour l’instant comment joindre cette personne.',
  again: 'Redemander',
  way: 'Envoyer par',
  ways: { mail: 'E-mail', chat: 'Conversation Teams' },
  closed: (state) => closedWays[state],
  noWayOpen: 'Ni l’e-mail ni Teams ne mènent à cette personne : les raisons sont ci-dessus.',
  about: 'À propos de',
  noCall: 'Aucun appel',
  callOf: (caller, at) => `${caller ?? 'Correspondant inconnu'}, ${forms.soon(at, at)}`,
  template: 'Modèle',
  language: 'Langue',
  said: 'Ce qui a été dit',
  saidHint: 'Entre dans le message tel que vous le tapez',
  notes: 'Le correspondant',
  note: {
    callBack: 'demande à être rappelé',
    callsAgain: 'rappellera',
    urgent: 'dit que c’est urgent',
  },
  preview: 'Tel qu’il sera envoyé',
  to: 'À',
  subject: 'Objet',
  send: 'Envoyer',
  sending: 'Envoi …',
  draft: 'C’est ce que vous aviez tapé sans l’envoyer.',
  discard: 'Recommencer',
  nothingSaid: 'Écrivez d’abord ce qui a été dit.',
  tooLong: (over) => `${over} ${forms.plural(over, 'caractère', 'caractères')} de trop.`,
  notTaken:
    'Pas encore envoyé : on ne sait pas si le serveur l’a reçu. Ce que vous avez tapé est gardé ; envoyez-le de nouveau.',
  chooseFirst: 'Choisissez d’abord le collègue : tapez un nom, puis écrivez',
  given: (name) => `Message à ${name} : en route`,
  sentTo: (name) => `Message à ${name} envoyé`,
  failedTo: (name, why) => `Le message à ${name} n’a pas été envoyé : ${failures[why]}.`,
  doubtfulTo: (name) =>
    `On ne sait pas si le message à ${name} a été envoyé : la réponse de Microsoft s’est perdue.`,
  list: 'Messages',
  listHint: (open, sent, away) =>
    open > 0
      ? `${open} non ${forms.plural(open, 'envoyé', 'envoyés')}`
      : [
          ...(sent > 0 ? [`${sent} ${forms.plural(sent, 'envoyé', 'envoyés')}`] : []),
          ...(away > 0 ? [`${away} mis de côté`] : []),
        ].join(', '),
  by: { mail: 'par e-mail', chat: 'dans Teams' },
  state: ({ state, why, tries }) => {
    switch (state) {
      case 'waiting':
        return tries === 0
          ? 'En attente d’envoi'
          : 'En attente : Microsoft demande de patienter ; l’envoi sera retenté';
      case 'sending':
        return 'En route';
      case 'sent':
        return 'Envoyé';
      case 'failed':
        return `Non envoyé : ${why === undefined ? 'on ne sait pas pourquoi' : failures[why]}`;
      case 'doubtful':
        return 'Peut-être envoyé : la réponse de Microsoft s’est perdue. Regardez parmi vos messages envoyés';
      case 'withdrawn':
        return 'Mis de côté : plus rien n’en sera fait';
    }
  },
  since: ago,
  steps: {
    tryAgain: 'Réessayer',
    sendAgain: 'Renvoyer',
    withdraw: 'Ne pas envoyer',
    writeAgain: 'Rouvrir',
    readText: 'Montrer le texte',
  },
  stepHints: {
    tryAgain: undefined,
    sendAgain: 'Il arrivera peut-être deux fois',
    writeAgain: 'L’ouvre tel que vous l’avez écrit, pour l’envoyer comme nouveau message',
    withdraw: undefined,
    readText: undefined,
  },
  letBe: 'Laisser ainsi',
  openedAgain: (name, hasDraft) =>
    `Le message à ${name} est rouvert, tel que vous l’avez écrit${hasDraft ? '. Ce que vous lui écrivez par ailleurs est gardé' : ''}`,
  newInstead: {
    failed: 'Vous l’avez écrit plus tôt, et il n’a pas été envoyé. L’envoyer met l’ancien de côté.',
    doubtful: 'Vous l’avez écrit plus tôt, et il a peut-être été envoyé : il arrivera peut-être deux fois.',
    withdrawn: 'Vous l’avez écrit plus tôt, et mis de côté.',
    sent: 'Vous l’avez écrit plus tôt, et il a été envoyé finalement. L’envoyer en fera un autre.',
  },
  discardAgain: 'Tel qu’il était',
  putAway: (name) => `Message à ${name} : mis de côté`,
};
