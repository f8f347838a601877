import type {
  diverted as divertedEnglish,
  ended as endedEnglish,
  missed as missedEnglish,
} from '@switchboard/contract/words/reason-words';

/** What they did, behind their name. */
export const missed: typeof missedEnglish = {
  noAnswer: 'hat nicht abgenommen',
  declined: 'hat abgelehnt',
  busy: 'ist im Gespräch',
  notSignedIn: 'ist nicht bei Teams angemeldet',
  failed: 'war nicht erreichbar',
  left: 'hat das Gespräch verlassen',
  tooLong: 'kam nicht rechtzeitig',
};

/** Why a queue does not keep a call, behind a colon. */
export const diverted: typeof divertedEnglish = {
  closed: 'die Warteschlange ist geschlossen',
  emergency: 'die Warteschlange ist im Notbetrieb',
  full: 'die Warteschlange ist voll',
  nobodyThere: 'niemand ist da',
  waitedTooLong: 'die Wartezeit war zu lang',
};

export const ended: typeof endedEnglish = {
  callerHungUp: 'der Anrufer hat aufgelegt',
  operatorHungUp: 'von der Vermittlung beendet',
  handedOver: 'verbunden',
  rejected: 'nicht angenommen',
  blocked: 'die Nummer ist gesperrt',
  promisedCallBack: 'ein Rückruf wurde versprochen',
  notAnswered: 'niemand hat abgenommen',
  lostByPlatform: 'von Microsoft Teams verloren',
  closed: 'hat gehört, dass die Warteschlange geschlossen ist',
  emergency: 'hat die Notfallansage gehört',
  full: 'hat gehört, dass die Warteschlange voll ist',
  nobodyThere: 'hat gehört, dass niemand da ist',
  waitedTooLong: 'hat zu lange gewartet',
};
