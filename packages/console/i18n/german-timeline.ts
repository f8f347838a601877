import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';
import type { timeline as english } from './english-timeline.ts';
import { diverted, ended, missed } from './german-reasons.ts';
import { forms, nameFirst, nameOf } from './german-words.ts';
import { type TimelineWords, timelineSentenceIn, wordFor } from './timeline-sentences.ts';

const who = ({ operator }: TimelineEntry): string => operator ?? 'Die Vermittlung';
const withOperator = ({ operator }: TimelineEntry): string => operator ?? 'der Vermittlung';
const target = (entry: TimelineEntry): string => nameOf(entry.target);
const Target = (entry: TimelineEntry): string => nameFirst(entry.target);
const why = (entry: TimelineEntry): string =>
  wordFor({ ...diverted, ...missed, moved: 'von Hand verschoben' }, entry.why);
const inQueue = (entry: TimelineEntry): string => (entry.queue === undefined ? '' : ` in ${entry.queue}`);

const steps: TimelineWords['steps'] = {
  callArrived: (e) => `Der Anruf kam an${inQueue(e)}`,
  greetingBegun: () => 'Der Anrufer hört die Begrüßung',
  callQueued: (e) => `Der Anrufer wartet${inQueue(e)}`,
  operatorsOffered: (e) => `Der Anruf wird angeboten: ${e.operator ?? 'allen in der Vermittlung'}`,
  offerRefused: (e) =>
    `${who(e)} ${e.why === 'declined' ? 'hat das Angebot anderen überlassen' : 'hat das Angebot nicht angenommen'}`,
  operatorRung: (e) => `${who(e)} hat den Anruf angenommen: Teams klingelt dort`,
  operatorMissed: (e) => `${who(e)} ${why(e)}: Der Anrufer wartet wieder, vor den anderen`,
  operatorJoined: (e) => `${who(e)} spricht mit dem Anrufer`,
  callHeld: (e) => `${who(e)} hält den Anrufer`,
  callResumed: (e) => `${who(e)} spricht wieder mit dem Anrufer`,
  transferBegun: (e) => `${who(e)} verbindet den Anrufer: Es klingelt bei ${target(e)}`,
  transferReturned: (e) => `${Target(e)} ${why(e)}: Der Anrufer kam zurück`,
  transferTakenBack: (e) => `${who(e)} hat den Anrufer zurückgenommen`,
  operatorLeft: (e) => `${who(e)} hat den Anruf verlassen; bei ${target(e)} klingelt es weiter`,
  callHandedOver: (e) => `${Target(e)} hat den Anrufer`,
  callRecalled: (e) => `Der Anrufer kam zurück${e.target === undefined ? '' : `: ${target(e)} ${why(e)}`}`,
  consultBegun: (e) => `${who(e)} hält Rückfrage bei ${target(e)}; der Anrufer hört Musik`,
  consultAnswered: (e) => `${Target(e)} hat abgenommen und spricht mit ${withOperator(e)}`,
  consultSwapped: (e) => `${who(e)} hat gemakelt`,
  consultMissed: (e) => `${Target(e)} ${why(e)}; der Anrufer bleibt bei ${withOperator(e)}`,
  consultEnded: (e) => `${Target(e)} ist weg; der Anrufer ist wieder bei ${withOperator(e)}`,
  consultReleased: (e) => `${who(e)} hat den Anrufer weitergegeben: Es klingelt bei ${target(e)}`,
  callMerged: (e) => `${who(e)} hat alle zusammengebracht: Sie sprechen gemeinsam`,
  guestInvited: (e) => `${who(e)} holt ${target(e)} hinzu: Es klingelt`,
  guestJoined: (e) => `${Target(e)} ist im Gespräch`,
  guestMissed: (e) => `${Target(e)} ${why(e)}`,
  guestLeft: (e) => `${Target(e)} ist nicht mehr im Gespräch`,
  mergeEnded: (e) => `Nur noch der Anrufer spricht mit ${withOperator(e)}`,
  callParked: (e) =>
    `${who(e)} hat den Anruf geparkt${e.slot === undefined ? '' : ` auf Platz ${e.slot}`}${e.target === undefined ? '' : ` für ${target(e)}`}`,
  callCamped: (e) => `${who(e)} lässt den Anrufer auf ${target(e)} warten`,
  messageBegun: (e) => `Der Anrufer hört eine Ansage: ${why(e)}`,
  divertBegun: (e) => `Es klingelt bei ${target(e)}: ${why(e)}`,
  divertMissed: (e) => `${Target(e)} ${why(e)}`,
  callMoved: (e) =>
    `Der Anruf ging${e.queue === undefined ? ' weiter' : ` nach ${e.queue}`}${e.why === undefined ? '' : `: ${why(e)}`}`,
  callBackPromised: () => 'Dem Anrufer wurde ein Rückruf versprochen',
  messageSent: (e) =>
    `${who(e)} hat ${e.target === undefined ? 'jemandem' : `an ${target(e)}`} eine ${e.why === 'chat' ? 'Nachricht in Teams' : 'E-Mail'} gesendet`,
  tonesSent: (e) => `${who(e)} hat Tasten gedrückt`,
  callEnded: (e) => `Der Anruf ist vorbei: ${wordFor(ended, e.why)}`,
  soundChanged: () => 'Was der Anrufer hört, hat sich geändert',
  rosterRead: () => 'Microsoft hat gesagt, wer im Gespräch ist',
  lastLookTaken: () => 'Microsoft wird noch einmal gefragt, wer im Gespräch ist',
  doubtSettled: () => 'Ein Zweifel, wer im Gespräch ist, wurde geklärt',
  legMissed: () => 'Microsoft kennt den Anruf einen Moment nicht und wird wieder gefragt',
  legFound: () => 'Microsoft kennt den Anruf',
  checkPlanned: () => 'Der nächste Blick auf den Anruf ist geplant',
  keepAlivePlanned: () => 'Das nächste Lebenszeichen ist geplant',
  waitPlanned: () => 'Der nächste Blick auf das Warten ist geplant',
  invitationRenewed: (e) => `Bei ${target(e)} klingelt es von Neuem`,
  legRenamed: () => 'Microsoft hat dem Anruf eine andere Kennung gegeben',
};

const operations: Readonly<Record<string, string>> = {
  answer: 'den Anruf anzunehmen',
  reject: 'den Anruf abzulehnen',
  redirect: 'den Anruf weiterzuleiten',
  transfer: 'den Anruf zu verbinden',
  playPrompt: 'einen Klang zu spielen',
  stopPrompts: 'die Klänge zu beenden',
  sendTones: 'Tasten zu senden',
  invite: 'jemanden in den Anruf zu rufen',
  removeParticipant: 'jemanden aus dem Anruf zu nehmen',
  startHoldMusic: 'die Wartemusik zu beginnen',
  stopHoldMusic: 'die Wartemusik zu beenden',
  observe: 'zu sagen, wie es um den Anruf steht',
  hangUp: 'unseren Teil des Anrufs zu beenden',
  keepAlive: 'den Anruf am Leben zu halten',
};

export const timeline: typeof english = {
  title: (caller) => `Ablauf: ${caller}`,
  reading: 'Der Ablauf wird gelesen …',
  failed: 'Der Ablauf konnte nicht gelesen werden. Schließen Sie ihn und versuchen Sie es wieder.',
  empty: 'Von diesem Anruf ist nichts aufgezeichnet.',
  requests: 'Zeigen, worum Microsoft gebeten wurde',
  close: 'Schließen',
  sentence: timelineSentenceIn({
    steps,
    asked: (operation) =>
      Object.hasOwn(operations, operation)
        ? `Microsoft wurde gebeten, ${operations[operation]} (${operation})`
        : `Microsoft wurde gebeten: ${operation}`,
    status: { pending: 'noch keine Antwort', done: 'erledigt', refused: 'abgelehnt' },
    attempts: (count) => `${count}-mal`,
  }),
  time: forms.moment,
};
