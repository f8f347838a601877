import type {
  diverted as divertedEnglish,
  ended as endedEnglish,
  missed as missedEnglish,
} from '@switchboard/contract/words/reason-words';

/** Wat iemand deed, achter de naam. */
export const missed: typeof missedEnglish = {
  noAnswer: 'nam niet op',
  declined: 'weigerde',
  busy: 'is in gesprek',
  notSignedIn: 'is niet aangemeld bij Teams',
  failed: 'was niet bereikbaar',
  left: 'verliet het gesprek',
  tooLong: 'kwam niet op tijd',
};

export const diverted: typeof divertedEnglish = {
  closed: 'de wachtrij is gesloten',
  emergency: 'de wachtrij staat op noodgeval',
  full: 'de wachtrij is vol',
  nobodyThere: 'er is niemand',
  waitedTooLong: 'de wachttijd was te lang',
};

export const ended: typeof endedEnglish = {
  callerHungUp: 'de beller hing op',
  operatorHungUp: 'beëindigd door de telefonist',
  handedOver: 'doorverbonden',
  rejected: 'niet aangenomen',
  blocked: 'het nummer is geblokkeerd',
  promisedCallBack: 'er is beloofd terug te bellen',
  notAnswered: 'niemand nam op',
  lostByPlatform: 'verloren door Microsoft Teams',
  closed: 'hoorde dat de wachtrij gesloten is',
  emergency: 'hoorde van het noodgeval',
  full: 'hoorde dat de wachtrij vol is',
  nobodyThere: 'hoorde dat er niemand is',
  waitedTooLong: 'wachtte te lang',
};
