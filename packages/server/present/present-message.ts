import type { MessagesChanged } from '@switchboard/contract/feed/messages-changed';
import type { MessageView } from '@switchboard/contract/views/message-view';
import { messageWishes } from '@switchboard/domain/message/decide-message';
import type { KeptMessage } from '@switchboard/store/messages/kept-message';

/** All messages of one operator, for their own consoles. */
export const presentMessages = (kept: readonly KeptMessage[]): MessagesChanged => ({
  type: 'messages',
  messages: kept.flatMap((one) => presentMessage(one) ?? []),
});

/** What was withdrawn is not shown. The text comes along while something may still be done about it. */
function presentMessage({ message, state, stateSince, tries }: KeptMessage): MessageView | undefined {
  const { messageId, way, personId, recipientName, subject, body, callId } = message;
  if (state.name === 'withdrawn') return undefined;
  const isNextTryKnown = 'dueAt' in state && (tries > 0 || state.name === 'doubtful');
  return {
    messageId,
    way,
    personId,
    recipient: recipientName,
    ...(subject === '' ? {} : { subject }),
    ...(state.name === 'failed' || state.name === 'doubtful' ? { text: body } : {}),
    ...(callId === undefined ? {} : { callId }),
    state: state.name,
    since: stateSince,
    ...(state.name === 'failed' ? { why: state.why } : {}),
    ...(isNextTryKnown ? { dueAt: state.dueAt } : {}),
    tries,
    can: [...messageWishes(state.name)],
  };
}
