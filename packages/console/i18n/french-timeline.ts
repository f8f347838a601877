import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';
import type { timeline as english } from './english-timeline.ts';
import { diverted, ended, missed } from './french-reasons.ts';
import { forms, nameFirst, nameOf } from './french-words.ts';
import { type TimelineWords, timelineSentenceIn, wordFor } from './timeline-sentences.ts';

const who = ({ operator }: TimelineEntry): string => operator ?? 'Le standard';
const withOperator = ({ operator }: TimelineEntry): string => operator ?? 'le standard';
const target = (entry: TimelineEntry): string => nameOf(entry.target);
const Target = (entry: TimelineEntry): string => nameFirst(entry.target);
const why = (entry: TimelineEntry): string =>
  wordFor({ ...diverted, ...missed, moved: 'déplacé à la main' }, entry.why);
const inQueue = (entry: TimelineEntry): string => (entry.queue === undefined ? '' : ` dans ${entry.queue}`);

const steps: TimelineWords['steps'] = {
  callArrived: (e) => `L’appel est arrivé${inQueue(e)}`,
  greetingBegun: () => 'Le correspondant entend l’accueil',
  callQueued: (e) => `Le correspondant attend${inQueue(e)}`,
  operatorsOffered: (e) => `L’appel est proposé : ${e.operator ?? 'à tout le standard'}`,
  offerRefused: (e) =>
    `${who(e)} ${e.why === 'declined' ? 'a laissé la proposition aux autres' : 'n’a pas pris la proposition'}`,
  operatorRung: (e) => `${who(e)} a pris l’appel : Teams y sonne`,
  operatorMissed: (e) => `${who(e)} ${why(e)} : le correspondant attend de nouveau, avant les autres`,
  operatorJoined: (e) => `${who(e)} parle au correspondant`,
  callHeld: (e) => `${who(e)} a mis le correspondant en attente`,
  callResumed: (e) => `${who(e)} a repris le correspondant`,
  transferBegun: (e) => `${who(e)} transfère le correspondant : ça sonne chez ${target(e)}`,
  transferReturned: (e) => `${Target(e)} ${why(e)} : le correspondant est revenu`,
  transferTakenBack: (e) => `${who(e)} a récupéré le correspondant`,
  operatorLeft: (e) => `${who(e)} a quitté l’appel ; ça sonne encore chez ${target(e)}`,
  callHandedOver: (e) => `${Target(e)} est en ligne avec le correspondant`,
  callRecalled: (e) =>
    `Le correspondant est revenu${e.target === undefined ? '' : ` : ${target(e)} ${why(e)}`}`,
  consultBegun: (e) =>
    `${who(e)} fait un double appel vers ${target(e)} ; le correspondant entend la musique`,
  consultAnswered: (e) => `${Target(e)} a répondu et parle avec ${withOperator(e)}`,
  consultSwapped: (e) => `${who(e)} parle à l’autre`,
  consultMissed: (e) => `${Target(e)} ${why(e)} ; le correspondant reste avec ${withOperator(e)}`,
  consultEnded: (e) => `${Target(e)} est parti ; le correspondant est de nouveau avec ${withOperator(e)}`,
  consultReleased: (e) => `${who(e)} a laissé le correspondant : ça sonne chez ${target(e)}`,
  callMerged: (e) => `${who(e)} les a réunis : conférence`,
  guestInvited: (e) => `${who(e)} ajoute ${target(e)} : ça sonne`,
  guestJoined: (e) => `${Target(e)} est entré dans l’appel`,
  guestMissed: (e) => `${Target(e)} ${why(e)}`,
  guestLeft: (e) => `${Target(e)} n’est plus dans l’appel`,
  mergeEnded: (e) => `Il ne reste que le correspondant avec ${withOperator(e)}`,
  callParked: (e) =>
    `${who(e)} a parqué l’appel${e.slot === undefined ? '' : ` à la place ${e.slot}`}${e.target === undefined ? '' : ` pour ${target(e)}`}`,
  callCamped: (e) => `${who(e)} fait patienter le correspondant pour ${target(e)}`,
  messageBegun: (e) => `Le correspondant entend une annonce : ${why(e)}`,
  divertBegun: (e) => `Ça sonne chez ${target(e)} : ${why(e)}`,
  divertMissed: (e) => `${Target(e)} ${why(e)}`,
  callMoved: (e) =>
    `L’appel est passé${e.queue === undefined ? ' plus loin' : ` dans ${e.queue}`}${e.why === undefined ? '' : ` : ${why(e)}`}`,
  callBackPromised: () => 'Un rappel a été promis au correspondant',
  messageSent: (e) =>
    `${who(e)} a envoyé ${e.why === 'chat' ? 'un message Teams' : 'un e-mail'} à ${e.target === undefined ? 'quelqu’un' : target(e)}`,
  tonesSent: (e) => `${who(e)} a appuyé sur des touches`,
  callEnded: (e) => `L’appel est terminé : ${wordFor(ended, e.why)}`,
  soundChanged: () => 'Ce que le correspondant entend a changé',
  rosterRead: () => 'Microsoft a dit qui est dans l’appel',
  lastLookTaken: () => 'On demande encore une fois à Microsoft qui est dans l’appel',
  doubtSettled: () => 'Un doute sur les participants de l’appel est levé',
  legMissed: () => 'Microsoft ignore l’appel un instant ; on lui redemande',
  legFound: () => 'Microsoft connaît l’appel',
  checkPlanned: () => 'Le prochain regard sur l’appel est prévu',
  keepAlivePlanned: () => 'Le prochain signe de vie est prévu',
  waitPlanned: () => 'Le prochain regard sur l’attente est prévu',
  invitationRenewed: (e) => `Ça sonne à nouveau chez ${target(e)}`,
  legRenamed: () => 'Microsoft a donné un autre identifiant à l’appel',
};

const operations: Readonly<Record<string, string>> = {
  answer: 'd’accepter l’appel',
  reject: 'de refuser l’appel',
  redirect: 'de rediriger l’appel',
  transfer: 'de transférer l’appel',
  playPrompt: 'de jouer un son',
  stopPrompts: 'd’arrêter les sons',
  sendTones: 'd’envoyer des touches',
  invite: 'd’appeler quelqu’un dans l’appel',
  removeParticipant: 'de retirer quelqu’un de l’appel',
  startHoldMusic: 'de lancer la musique d’attente',
  stopHoldMusic: 'd’arrêter la musique d’attente',
  observe: 'de dire où en est l’appel',
  hangUp: 'de terminer notre part de l’appel',
  keepAlive: 'de maintenir l’appel en vie',
};

export const timeline: typeof english = {
  title: (caller) => `Chronologie : ${caller}`,
  reading: 'Lecture de la chronologie …',
  failed: 'La chronologie n’a pas pu être lue. Fermez-la et réessayez.',
  empty: 'Rien n’est consigné de cet appel.',
  requests: 'Afficher les demandes faites à Microsoft',
  close: 'Fermer',
  sentence: timelineSentenceIn({
    steps,
    asked: (operation) =>
      Object.hasOwn(operations, operation)
        ? `Demande à Microsoft ${operations[operation]} (${operation})`
        : `Demande à Microsoft : ${operation}`,
    status: { pending: 'pas encore de réponse', done: 'fait', refused: 'refusé' },
    attempts: (count) => `${count} fois`,
  }),
  time: forms.moment,
};
