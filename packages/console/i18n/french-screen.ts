import type { PresenceKind } from '../state/presence-book.ts';
import { clockTime } from './durations.ts';
import type { screen as english } from './english-screen.ts';
import { calls } from './french-calls.ts';
import { contacts, edit, favourites, filters } from './french-contacts.ts';
import { desk } from './french-desk.ts';
import { details, people } from './french-people.ts';
import { settings } from './french-settings.ts';
import { ago, forms, nameFirst, nameOf } from './french-words.ts';

const presence: Record<PresenceKind, string> = {
  available: 'Disponible',
  busy: 'Occupé',
  doNotDisturb: 'Ne pas déranger',
  away: 'Absent',
  offline: 'Hors ligne',
  outOfOffice: 'Absent du bureau',
  unknown: 'Présence inconnue',
};

/** What Microsoft calls an activity, in lower case. */
const activities: Readonly<Record<string, string>> = {
  inacall: 'En communication',
  inaconferencecall: 'En conférence',
  inameeting: 'En réunion',
  presenting: 'En présentation',
  focusing: 'En concentration',
  berightback: 'De retour bientôt',
  offwork: 'Hors service',
  outofoffice: 'Absent du bureau',
  urgentinterruptionsonly: 'Urgences uniquement',
};

export const screen: typeof english = {
  product: 'Switchboard',
  oneLine: 'La situation',
  calls,
  desk,
  people,
  details,
  filters,
  favourites,
  edit,
  contacts,
  presence: (kind, activity) =>
    (kind === 'unknown' || kind === 'outOfOffice' ? undefined : activities[activity?.toLowerCase() ?? '']) ??
    presence[kind],
  presenceOrigin: (source, at) =>
    source === 'subscription'
      ? `Microsoft signale chaque changement : le dernier à ${forms.moment(at)}`
      : `Lu chez Microsoft à ${forms.moment(at)}`,
  alsoOutOfOffice: 'absent du bureau',
  presenceAge: (milliseconds) => ago(milliseconds),
  bar: {
    nobodyWaits: 'Personne n’attend',
    waits: (count, time) => `${count} en file · max. ${time}`,
    signOut: 'Se déconnecter',
    keys: 'Touches',
    settings: 'Réglages',
  },
  settings,
  keys: {
    title: 'Touches',
    close: 'Fermer',
    noKey: '–',
    anyLetter: 'Lettre, chiffre',
    anyLetterHint: 'Rechercher des personnes, de partout',
    everywhere: 'Partout',
    inCalls: (cap) => `Après ${cap}, sur l’appel qui a le focus`,
    inPerson: (cap) => `Après ${cap}, sur la personne choisie`,
    onCallBacks: (cap) => `Après ${cap}, sur un rappel`,
    onMessages: (cap) => `Après ${cap}, sur un message`,
    digits: '1 – 9',
    lines: '1 – 6',
  },
  connection: {
    lost: (milliseconds) =>
      `Connexion perdue – vous voyez la situation d’${ago(milliseconds)} ; nouvel essai en cours`,
    offline: 'Pas de connexion',
    connecting: 'Connexion …',
    outdated: 'Cette page est plus ancienne que le serveur.',
    newer: 'Une version plus récente est là ; rechargez quand aucun appel n’est en cours.',
    reloadNewer: 'Nouvelle version : recharger',
    reload: 'Recharger',
    unreachable: 'Le serveur ne répond pas. Nouvel essai en cours …',
  },
  signIn: {
    title: 'Connectez-vous pour prendre des appels',
    lead: 'Prenez des appels et transférez-les, avec votre compte Microsoft.',
    button: 'Se connecter avec Microsoft',
    framed: 'La connexion de Microsoft ne s’ouvre pas à l’intérieur d’une autre page.',
    openAlone: 'Ouvrir Switchboard dans sa propre fenêtre',
    over: 'Votre session est terminée. Reconnectez-vous pour continuer.',
  },
  notLoaded:
    'Cette partie de la console n’a pas pu être chargée. Vérifiez la connexion, ou rechargez cette page.',
  notices: { dismiss: 'Fermer', region: 'Messages' },
  clockTime,
  ago,
  nameOf,
  nameFirst,
};
