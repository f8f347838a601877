import type {
  diverted as divertedEnglish,
  ended as endedEnglish,
  missed as missedEnglish,
} from '@switchboard/contract/words/reason-words';

/** What they did, behind their name. */
export const missed: typeof missedEnglish = {
  noAnswer: 'n’a pas répondu',
  declined: 'a refusé',
  busy: 'est en ligne',
  notSignedIn: 'n’est pas dans Teams',
  failed: 'n’a pas pu être joint',
  left: 'a quitté l’appel',
  tooLong: 'n’est pas venu à temps',
};

/** Why a queue does not keep a call, behind a colon. */
export const diverted: typeof divertedEnglish = {
  closed: 'la file est fermée',
  emergency: 'la file est en mode d’urgence',
  full: 'la file est pleine',
  nobodyThere: 'il n’y a personne',
  waitedTooLong: 'l’attente a été trop longue',
};

export const ended: typeof endedEnglish = {
  callerHungUp: 'le correspondant a raccroché',
  operatorHungUp: 'terminé par le standard',
  handedOver: 'transféré',
  rejected: 'non accepté',
  blocked: 'le numéro est bloqué',
  promisedCallBack: 'un rappel a été promis',
  notAnswered: 'personne n’a répondu',
  lostByPlatform: 'perdu par Microsoft Teams',
  closed: 'a appris que la file est fermée',
  emergency: 'a entendu le message d’urgence',
  full: 'a appris que la file est pleine',
  nobodyThere: 'a appris qu’il n’y a personne',
  waitedTooLong: 'a attendu trop longtemps',
};
