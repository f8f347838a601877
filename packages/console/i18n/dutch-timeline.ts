import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';
import { diverted, ended, missed } from './dutch-reasons.ts';
import { forms, nameFirst, nameOf } from './dutch-words.ts';
import type { timeline as english } from './english-timeline.ts';
import { type TimelineWords, timelineSentenceIn, wordFor } from './timeline-sentences.ts';

const who = ({ operator }: TimelineEntry): string => operator ?? 'De telefonist';
const operatorOf = ({ operator }: TimelineEntry): string => operator ?? 'de telefonist';
const target = (entry: TimelineEntry): string => nameOf(entry.target);
const Target = (entry: TimelineEntry): string => nameFirst(entry.target);
const why = (entry: TimelineEntry): string =>
  wordFor({ ...diverted, ...missed, moved: 'met de hand verplaatst' }, entry.why);
const inQueue = (entry: TimelineEntry): string => (entry.queue === undefined ? '' : ` in ${entry.queue}`);

const steps: TimelineWords['steps'] = {
  callArrived: (e) => `Het gesprek kwam binnen${inQueue(e)}`,
  greetingBegun: () => 'De beller hoort de begroeting',
  callQueued: (e) => `De beller wacht${inQueue(e)}`,
  operatorsOffered: (e) => `Het gesprek wordt aangeboden aan ${e.operator ?? 'telefonisten'}`,
  offerRefused: (e) =>
    `${who(e)} ${e.why === 'declined' ? 'liet het aanbod aan anderen' : 'ging niet op het aanbod in'}`,
  operatorRung: (e) => `${who(e)} nam het gesprek aan: daar gaat Teams over`,
  operatorMissed: (e) => `${who(e)} ${why(e)}: de beller wacht weer, vóór de anderen`,
  operatorJoined: (e) => `${who(e)} spreekt met de beller`,
  callHeld: (e) => `${who(e)} zette de beller in de wacht`,
  callResumed: (e) => `${who(e)} spreekt weer met de beller`,
  transferBegun: (e) => `${who(e)} verbindt door: ${target(e)} wordt gebeld`,
  transferReturned: (e) => `${Target(e)} ${why(e)}: de beller kwam terug`,
  transferTakenBack: (e) => `${who(e)} haalde de beller terug`,
  operatorLeft: (e) => `${who(e)} stapte uit; ${target(e)} wordt nog gebeld`,
  callHandedOver: (e) => `${Target(e)} heeft de beller`,
  callRecalled: (e) => `De beller kwam terug${e.target === undefined ? '' : `: ${target(e)} ${why(e)}`}`,
  consultBegun: (e) => `${who(e)} houdt ruggespraak met ${target(e)}; de beller hoort muziek`,
  consultAnswered: (e) => `${Target(e)} nam op en spreekt met ${operatorOf(e)}`,
  consultSwapped: (e) => `${who(e)} spreekt met de ander`,
  consultMissed: (e) => `${Target(e)} ${why(e)}; de beller blijft bij ${operatorOf(e)}`,
  consultEnded: (e) => `${Target(e)} is weg; ${operatorOf(e)} spreekt weer met de beller`,
  consultReleased: (e) => `${who(e)} liet de beller bij ${target(e)}, die gebeld wordt`,
  callMerged: (e) => `${who(e)} bracht allen bijeen: zij spreken samen`,
  guestInvited: (e) => `${who(e)} haalt ${target(e)} erbij: gaat over`,
  guestJoined: (e) => `${Target(e)} kwam in het gesprek`,
  guestMissed: (e) => `${Target(e)} ${why(e)}`,
  guestLeft: (e) => `${Target(e)} is uit het gesprek`,
  mergeEnded: (e) => `Alleen de beller en ${operatorOf(e)} zijn over`,
  callParked: (e) =>
    `${who(e)} parkeerde het gesprek${e.slot === undefined ? '' : ` op plaats ${e.slot}`}${e.target === undefined ? '' : ` voor ${target(e)}`}`,
  callCamped: (e) => `${who(e)} laat de beller wachten op ${target(e)}`,
  messageBegun: (e) => `De beller hoort een mededeling: ${why(e)}`,
  divertBegun: (e) => `${Target(e)} wordt gebeld, want ${why(e)}`,
  divertMissed: (e) => `${Target(e)} ${why(e)}`,
  callMoved: (e) =>
    `Het gesprek ging${e.queue === undefined ? ' verder' : ` naar ${e.queue}`}${e.why === undefined ? '' : `: ${why(e)}`}`,
  callBackPromised: () => 'De beller is beloofd teruggebeld te worden',
  messageSent: (e) =>
    `${who(e)} stuurde ${e.target === undefined ? 'iemand' : target(e)} een ${e.why === 'chat' ? 'bericht in Teams' : 'mail'}`,
  tonesSent: (e) => `${who(e)} drukte toetsen in`,
  callEnded: (e) => `Het gesprek is voorbij: ${wordFor(ended, e.why)}`,
  soundChanged: () => 'Wat de beller hoort, veranderde',
  rosterRead: () => 'Microsoft zei wie er in het gesprek is',
  lastLookTaken: () => 'Microsoft wordt nog eens gevraagd wie er in het gesprek is',
  doubtSettled: () => 'Een twijfel over wie er in het gesprek is, werd opgelost',
  legMissed: () => 'Microsoft kent het gesprek even niet en wordt opnieuw gevraagd',
  legFound: () => 'Microsoft kent het gesprek',
  checkPlanned: () => 'De volgende blik op het gesprek is gepland',
  keepAlivePlanned: () => 'Het volgende levensteken is gepland',
  waitPlanned: () => 'De volgende blik op het wachten is gepland',
  invitationRenewed: (e) => `${Target(e)} wordt opnieuw gebeld`,
  legRenamed: () => 'Microsoft gaf het gesprek een andere id',
};

const operations: Readonly<Record<string, string>> = {
  answer: 'het gesprek aan te nemen',
  reject: 'het gesprek te weigeren',
  redirect: 'het gesprek door te sturen',
  transfer: 'het gesprek door te verbinden',
  playPrompt: 'een geluid af te spelen',
  stopPrompts: 'de geluiden te stoppen',
  sendTones: 'toetsen te sturen',
  invite: 'iemand in het gesprek te bellen',
  removeParticipant: 'iemand uit het gesprek te halen',
  startHoldMusic: 'de wachtmuziek te starten',
  stopHoldMusic: 'de wachtmuziek te stoppen',
  observe: 'te zeggen hoe het gesprek staat',
  hangUp: 'ons deel van het gesprek te beëindigen',
  keepAlive: 'het gesprek in leven te houden',
};

export const timeline: typeof english = {
  title: (caller) => `Tijdlijn van ${caller}`,
  reading: 'De tijdlijn wordt gelezen …',
  failed: 'De tijdlijn kon niet worden gelezen. Sluit deze en probeer het opnieuw.',
  empty: 'Van dit gesprek is niets vastgelegd.',
  requests: 'Tonen wat Microsoft is gevraagd',
  close: 'Sluiten',
  sentence: timelineSentenceIn({
    steps,
    asked: (operation) =>
      Object.hasOwn(operations, operation)
        ? `Microsoft werd gevraagd ${operations[operation]} (${operation})`
        : `Microsoft werd gevraagd: ${operation}`,
    status: { pending: 'nog geen antwoord', done: 'gedaan', refused: 'geweigerd' },
    attempts: (count) => `${count} keer`,
  }),
  time: forms.moment,
};
