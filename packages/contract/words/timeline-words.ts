import type { TimelineEntry } from '../views/timeline-view.ts';
import { nameFirst, nameOf } from './party-words.ts';
import { diverted, ended, missed } from './reason-words.ts';

type Sentence = (entry: TimelineEntry) => string;

const who = ({ operator }: TimelineEntry): string => operator ?? 'The operator';
const target = (entry: TimelineEntry): string => nameOf(entry.target);
const Target = (entry: TimelineEntry): string => nameFirst(entry.target);

const word = <T extends string>(words: Readonly<Record<T, string>>, key: string | undefined): string =>
  key !== undefined && Object.hasOwn(words, key) ? words[key as T] : (key ?? '');
const why = (entry: TimelineEntry): string =>
  word({ ...diverted, ...missed, moved: 'moved by hand' }, entry.why);

/** What each step of a call means to a supervisor, by the event's type. */
const sentences: Readonly<Record<string, Sentence>> = {
  callArrived: (e) => `The call arrived${e.queue === undefined ? '' : ` in ${e.queue}`}`,
  greetingBegun: () => 'The caller hears the greeting',
  callQueued: (e) => `The caller waits${e.queue === undefined ? '' : ` in ${e.queue}`}`,
  operatorsOffered: (e) => `The call is offered to ${e.operator ?? 'operators'}`,
  offerRefused: (e) =>
    `${who(e)} ${e.why === 'declined' ? 'left the offer to others' : 'did not take the offer'}`,
  operatorRung: (e) => `${who(e)} took the call: their Teams rings`,
  operatorMissed: (e) => `${who(e)} ${why(e)}: the caller waits again, ahead of the others`,
  operatorJoined: (e) => `${who(e)} talks to the caller`,
  callHeld: (e) => `${who(e)} put the caller on hold`,
  callResumed: (e) => `${who(e)} is back with the caller`,
  transferBegun: (e) => `${who(e)} puts the caller through: ${target(e)} rings`,
  transferReturned: (e) => `${Target(e)} ${why(e)}: the caller came back`,
  transferTakenBack: (e) => `${who(e)} took the caller back`,
  operatorLeft: (e) => `${who(e)} left; ${target(e)} rings on`,
  callHandedOver: (e) => `${Target(e)} has the caller`,
  callRecalled: (e) => `The caller came back${e.target === undefined ? '' : `: ${target(e)} ${why(e)}`}`,
  consultBegun: (e) => `${who(e)} asks ${target(e)} first; the caller hears music`,
  consultAnswered: (e) => `${Target(e)} answered and talks to ${e.operator ?? 'the operator'}`,
  consultSwapped: (e) => `${who(e)} talks to the other one`,
  consultMissed: (e) => `${Target(e)} ${why(e)}; the caller stays with the operator`,
  consultEnded: (e) => `${Target(e)} is gone; ${e.operator ?? 'the operator'} is back with the caller`,
  consultReleased: (e) => `${who(e)} left the caller to ${target(e)}, who rings`,
  callMerged: (e) => `${who(e)} joined them: all talk together`,
  guestInvited: (e) => `${who(e)} adds ${target(e)}: rings`,
  guestJoined: (e) => `${Target(e)} joined the call`,
  guestMissed: (e) => `${Target(e)} ${why(e)}`,
  guestLeft: (e) => `${Target(e)} is out of the call`,
  mergeEnded: (e) => `Only the caller and ${e.operator ?? 'the operator'} are left`,
  callParked: (e) =>
    `${who(e)} parked the call${e.slot === undefined ? '' : ` in slot ${e.slot}`}${e.target === undefined ? '' : ` for ${target(e)}`}`,
  callCamped: (e) => `${who(e)} lets the caller wait for ${target(e)}`,
  messageBegun: (e) => `The caller hears an announcement: ${why(e)}`,
  divertBegun: (e) => `${Target(e)} rings, since ${why(e)}`,
  divertMissed: (e) => `${Target(e)} ${why(e)}`,
  callMoved: (e) =>
    `The call moved${e.queue === undefined ? '' : ` to ${e.queue}`}${e.why === undefined ? '' : `: ${why(e)}`}`,
  callBackPromised: () => 'The caller was promised a call back',
  messageSent: (e) =>
    `${who(e)} sent ${e.target === undefined ? 'somebody' : target(e)} a ${e.why === 'chat' ? 'message in Teams' : 'mail'}`,
  tonesSent: (e) => `${who(e)} pressed keys`,
  callEnded: (e) => `The call is over: ${word(ended, e.why)}`,
  soundChanged: () => 'What the caller hears changed',
  rosterRead: () => 'Microsoft said who is in the call',
  lastLookTaken: () => 'Microsoft is asked once more who is in the call',
  doubtSettled: () => 'A doubt about who is in the call was settled',
  legMissed: () => 'Microsoft does not know the call for a moment and is asked again',
  legFound: () => 'Microsoft knows the call',
  checkPlanned: () => 'The next look at the call is planned',
  keepAlivePlanned: () => 'The next sign of life is planned',
  waitPlanned: () => 'The next look at the waiting is planned',
  invitationRenewed: (e) => `${Target(e)} is rung anew`,
  legRenamed: () => 'Microsoft gave the call another id',
};

/** What Graph is asked, in words; its own name stands beside it. */
const operations: Readonly<Record<string, string>> = {
  answer: 'answer the call',
  reject: 'reject the call',
  redirect: 'send the call on',
  transfer: 'transfer the call',
  playPrompt: 'play a sound',
  stopPrompts: 'stop the sounds',
  sendTones: 'send keys',
  invite: 'ring somebody into the call',
  removeParticipant: 'take somebody out of the call',
  startHoldMusic: 'start hold music',
  stopHoldMusic: 'stop hold music',
  observe: 'tell how the call stands',
  hangUp: 'end our part of the call',
  keepAlive: 'keep the call alive',
};

/** One entry of a timeline in a sentence, for every reader alike; the plain word of a step that is not known. */
export const timelineSentence = (entry: TimelineEntry): string =>
  entry.request === undefined ? stepSentence(entry) : requestSentence(entry.request);

const stepSentence = (entry: TimelineEntry): string =>
  (Object.hasOwn(sentences, entry.step) ? sentences[entry.step]?.(entry) : undefined) ?? entry.step;

function requestSentence({
  operation,
  status,
  attempts,
  took,
  message,
}: NonNullable<TimelineEntry['request']>): string {
  const asked = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  return [
    `Microsoft was asked to ${asked === undefined ? operation : `${asked} (${operation})`}`,
    { pending: 'no answer yet', done: 'done', refused: 'refused' }[status],
    ...(attempts > 1 ? [`${attempts} times`] : []),
    ...(took === undefined ? [] : [`${took} ms`]),
    ...(message === undefined ? [] : [message]),
  ].join(' · ');
}
