import type { CallView } from '@switchboard/contract/views/call-view';
import type { Texts } from '../i18n/texts.ts';
import type { Announcement } from './announcer.ts';
import type { CallChange } from './call-book.ts';

export interface AnnouncementContext {
  readonly texts: Texts;
  readonly operatorId: string;
  readonly queueName: (queueId: string) => string;
}

/** What a change of a call means to this operator, if it is worth saying. */
export function announceCallChange(
  { before, after }: CallChange,
  context: AnnouncementContext,
): Announcement | undefined {
  const isMine = (call: CallView | undefined): boolean => call?.operator?.operatorId === context.operatorId;
  const call = after ?? before;
  if (call === undefined) return undefined;
  const said =
    isMine(after) || isMine(before) ? sayMine(before, after, context) : sayOthers(before, after, context);
  return said === undefined ? undefined : { ...said, topic: `call ${call.callId}` };
}

const polite = (text: string): Announcement => ({ text, urgency: 'polite' });
const assertive = (text: string): Announcement => ({ text, urgency: 'assertive' });

function sayMine(
  before: CallView | undefined,
  after: CallView | undefined,
  { texts, operatorId }: AnnouncementContext,
): Announcement | undefined {
  const say = texts.announcements;
  if (after === undefined || after.state === 'ended') {
    const call = after ?? before;
    if (before === undefined || before.state === 'handedOver') return undefined;
    return call === undefined ? undefined : polite(say.ended(call.caller, after?.ended));
  }
  if (after.operator?.operatorId !== operatorId) {
    const hasMissed = after.missed?.operatorId === operatorId && after.state === 'waiting';
    if (hasMissed && after.missed?.why !== 'left') return assertive(say.youMissed(after.caller));
    return after.operator === undefined ? undefined : polite(say.takenBy(after.caller, after.operator.name));
  }
  if (after.recall !== undefined && before?.recall === undefined) {
    return assertive(say.cameBack(after.caller, after.recall.target, after.recall.why));
  }
  if (before?.state === after.state) return undefined;
  return sayState(before, after, texts);
}

function sayState(before: CallView | undefined, after: CallView, texts: Texts): Announcement | undefined {
  const say = texts.announcements;
  switch (after.state) {
    case 'connecting':
      return assertive(say.teamsRings(after.caller));
    case 'connected':
      return polite(before?.state === 'held' ? say.resumed(after.caller) : say.connected(after.caller));
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

function sayOthers(
  before: CallView | undefined,
  after: CallView | undefined,
  { texts, queueName }: AnnouncementContext,
): Announcement | undefined {
  const say = texts.announcements;
  const wasWaiting = before?.state === 'waiting';
  if (after === undefined) return undefined;
  if (after.state === 'waiting' && !wasWaiting && after.can.includes('accept')) {
    return polite(say.offered(after.caller, queueName(after.queueId)));
  }
  if (!wasWaiting) return undefined;
  if (after.state === 'ended') return polite(say.ended(after.caller, after.ended));
  return after.operator === undefined ? undefined : polite(say.takenBy(after.caller, after.operator.name));
}
