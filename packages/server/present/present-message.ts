import type { MessagesChanged } from '@switchboard/contract/feed/messages-changed';
import type { MessageView } from '@switchboard/contract/views/message-view';
import { messageWishes } from '@switchboard/domain/message/decide-message';
import type { MessageState } from '@switchboard/domain/message/message';
import type { KeptMessage } from '@switchboard/store/messages/kept-message';

/** All messages of one operator, for their own consoles. */
export const presentMessages = (kept: readonly KeptMessage[]): MessagesChanged => ({
  type: 'messages',
  messages: kept.map(presentMessage),
});

/** What of a message may be opened again: not while it is on its way, nor once it has arrived. */
const isOpenAgain: Readonly<Record<MessageState['name'], boolean>> = {
  ...{ waiting: false, sending: false, sent: false },
  ...{ failed: true, doubtful: true, withdrawn: true },
};

/** The text comes along while something may still be done about it, and what it was made of. */
function presentMessage({ message, state, stateSince, tries }: KeptMessage): MessageView {
  const { messageId, way, personId, recipientName, subject, body, callId, written } = message;
  const isOpen = isOpenAgain[state.name];
  const isNextTryKnown = 'dueAt' in state && (tries > 0 || state.name === 'doubtful');
  return {
    messageId,
    way,
    personId,
    recipient: recipientName,
    ...(subject === '' ? {} : { subject }),
    ...(isOpen ? { text: body } : {}),
    ...(isOpen && written !== undefined ? { written } : {}),
    ...(callId === undefined ? {} : { callId }),
    state: state.name,
    since: stateSince,
    ...(state.name === 'failed' ? { why: state.why } : {}),
    ...(isNextTryKnown ? { dueAt: state.dueAt } : {}),
    tries,
    can: [...messageWishes(state.name)],
  };
}
