import type { CallView } from '@switchboard/contract/views/call-view';
import type { Texts } from '../i18n/texts.ts';
import type { Announcement } from './announcer.ts';
import type { CallChange } from './call-book.ts';

export interface AnnouncementContext {
  readonly texts: Texts;
  readonly operatorId: string;
  readonly queueName: (queueId: string) => string;
  /** How many wait to be taken. */
  readonly waitingCount: number;
}

/** What a change of a call means to this operator, if it is worth saying. */
export function announceCallChange(
  { before, after }: CallChange,
  context: AnnouncementContext,
): Announcement | undefined {
  const isMine = (call: CallView | undefined): boolean => call?.operator?.operatorId === context.operatorId;
  const call = after ?? before;
  if (call === undefined) return undefined;
  const say = isMine(after) ? sayMine : isMine(before) ? sayNoLongerMine : sayOthers;
  const said = say(before, after, context);
  return said === undefined ? undefined : { ...said, topic: `call ${call.callId}` };
}

/** Of calls that are not mine: worth knowing, unless little is to be said. */
const byTheWay = (text: string): Announcement => ({ text, urgency: 'polite', from: 'normal' });
const polite = (text: string): Announcement => ({ text, urgency: 'polite' });
const assertive = (text: string): Announcement => ({ text, urgency: 'assertive' });

type Say = (
  before: CallView | undefined,
  after: CallView | undefined,
  context: AnnouncementContext,
) => Announcement | undefined;

const sayEnded: Say = (before, after, context) => {
  const { texts } = context;
  const call = after ?? before;
  if (call === undefined || before === undefined || before.state === 'handedOver') return undefined;
  // Who has ended it knows why.
  const isOwnDoing = after?.ended === 'operatorHungUp' && before.operator?.operatorId === context.operatorId;
  const why = isOwnDoing ? undefined : after?.ended;
  return withWaiting(polite(texts.announcements.ended(call.caller, why)), context);
};

/** What to do next, behind what is done. */
function withWaiting(said: Announcement, { texts, waitingCount }: AnnouncementContext): Announcement {
  return waitingCount === 0 ? said : { ...said, detail: texts.announcements.waiting(waitingCount) };
}

const sayNoLongerMine: Say = (before, after, context) => {
  const { texts, operatorId, queueName } = context;
  const say = texts.announcements;
  if (after === undefined || after.state === 'ended') return sayEnded(before, after, context);
  if (after.state === 'parked') return withWaiting(polite(say.parked(after)), context);
  if (after.state === 'camped') return withWaiting(polite(say.camped(after.caller, after.target)), context);
  if (after.state === 'waiting' && before?.queueId !== after.queueId) {
    return polite(say.moved(after.caller, queueName(after.queueId)));
  }
  const hasMissed = after.missed?.operatorId === operatorId && after.state === 'waiting';
  if (hasMissed && after.missed?.why !== 'left') return assertive(say.youMissed(after.caller));
  return after.operator === undefined ? undefined : polite(say.takenBy(after.caller, after.operator.name));
};

const sayMine: Say = (before, after, context) => {
  if (after === undefined || after.state === 'ended') return sayEnded(before, after, context);
  const { recall } = after;
  if (recall !== undefined && JSON.stringify(before?.recall) !== JSON.stringify(recall)) {
    return assertive(context.texts.announcements.cameBack(after.caller, recall.target, recall.why));
  }
  if (after.state === 'consulting') return sayConsulting(before, after, context.texts);
  if (after.state === 'merged') return sayMerged(before, after, context.texts);
  if (before?.state === after.state) return undefined;
  const said = sayState(before, after, context.texts);
  return said !== undefined && after.state === 'handedOver' ? withWaiting(said, context) : said;
};

function sayConsulting(
  before: CallView | undefined,
  after: CallView,
  { announcements: say }: Texts,
): Announcement | undefined {
  const { consult, caller, target } = after;
  const isSame = before?.state === 'consulting' && JSON.stringify(before.consult) === JSON.stringify(consult);
  if (isSame || consult === undefined) return undefined;
  if (consult.phase === 'ringing') return polite(say.asking(target));
  return polite(consult.held === 'caller' ? say.talkingTo(target, caller) : say.talkingTo(caller, target));
}

function sayMerged(before: CallView | undefined, after: CallView, texts: Texts): Announcement | undefined {
  const together = (call: CallView | undefined): readonly string[] =>
    call?.state !== 'merged'
      ? []
      : [
          call.caller,
          ...(call.guests ?? []).filter((guest) => !guest.isRinging).map(({ party }) => party),
        ].map(texts.screen.nameOf);
  const names = together(after);
  return names.join('\n') === together(before).join('\n')
    ? undefined
    : polite(texts.announcements.together(names));
}

function sayState(before: CallView | undefined, after: CallView, texts: Texts): Announcement | undefined {
  const say = texts.announcements;
  const wasAway = before !== undefined && ['held', 'consulting', 'merged'].includes(before.state);
  switch (after.state) {
    case 'connecting':
      return assertive(say.teamsRings(after.caller));
    case 'connected':
      return polite(wasAway ? say.resumed(after.caller) : say.connected(after.caller));
    case 'held':
      return polite(
        before?.state === 'transferring' ? say.takenBack(after.caller) : say.onHold(after.caller),
      );
    case 'transferring':
      return polite(say.ringing(after.target));
    case 'handedOver':
      return polite(say.handedOver(after.caller, after.target));
    default:
      return undefined;
  }
}

const sayOthers: Say = (before, after, { texts, operatorId, queueName, waitingCount }) => {
  const say = texts.announcements;
  const wasWaiting = before?.state === 'waiting';
  if (after === undefined) return undefined;
  if (after.offer !== undefined && before?.offer === undefined) {
    const detail = after.caller.name === undefined ? undefined : after.caller.number;
    return {
      ...assertive(say.yours(after, queueName(after.queueId))),
      brief: say.yoursBriefly(after.caller),
      detail,
    };
  }
  if (after.state === 'waiting' && !wasWaiting && after.can.includes('accept')) {
    if (after.recall !== undefined) {
      return assertive(say.cameBack(after.caller, after.recall.target, after.recall.why));
    }
    const said = polite(say.offered(after.caller, queueName(after.queueId)));
    return { ...said, brief: say.offeredBriefly(after.caller), detail: say.waiting(waitingCount) };
  }
  // Who parked a caller, or let them wait for somebody, counts on their being there.
  const isLeftByMe = before?.leftBy?.operatorId === operatorId && before.can.includes('retrieve');
  if (after.state === 'ended' && isLeftByMe) return polite(say.ended(after.caller, after.ended));
  if (!wasWaiting) return undefined;
  if (after.state === 'ended') return byTheWay(say.ended(after.caller, after.ended));
  return after.operator === undefined ? undefined : byTheWay(say.takenBy(after.caller, after.operator.name));
};
