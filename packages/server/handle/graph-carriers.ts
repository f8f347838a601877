import type { SendingOutcome } from '@switchboard/domain/message/message-outcome';
import { operatorAsker } from '@switchboard/graph/auth/operator-asker';
import type { OperatorTokenRefusal } from '@switchboard/graph/auth/operator-token-refusal';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import { findChatMessage } from '@switchboard/graph/chat/find-chat-message';
import { openChat } from '@switchboard/graph/chat/open-chat';
import { sendChatMessage } from '@switchboard/graph/chat/send-chat-message';
import type { OperatorAsker } from '@switchboard/graph/client/asker';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import { findSentMail } from '@switchboard/graph/mail/find-sent-mail';
import { sendMail } from '@switchboard/graph/mail/send-mail';
import { type SendingAnswer, sendingProblem } from '@switchboard/graph/mail/sending-answer';
import { must } from '@switchboard/kit/assert';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { KeptMessage } from '@switchboard/store/messages/kept-message';
import type { MessageCarrier, MessageCarriers } from './message-carrier.ts';
import { lookingScopes, operatorScopes } from './operator-scopes.ts';

export interface GraphCarriersParts {
  readonly graph: GraphClient;
  readonly operatorTokens: Pick<OperatorTokens, 'token'>;
  readonly log: Logger;
}

/** Mail and chats by Microsoft Graph, by the rights of the operator who writes. */
export const createGraphCarriers = (parts: GraphCarriersParts): MessageCarriers => ({
  mail: mailCarrier(parts),
  chat: chatCarrier(parts),
});

function mailCarrier(parts: GraphCarriersParts): MessageCarrier {
  const { graph } = parts;
  return {
    mayUse: (tenantId, operatorId) => mayUse(parts, { tenantId, personId: operatorId }, operatorScopes.mail),
    async prepare(kept) {
      const asker = await askerOf(parts, kept, operatorScopes.mail);
      if (!asker.ok) return refused(outcomeOfToken(asker.refusal));
      const { messageId, address, recipientName: name, subject, body, language, isUrgent } = kept.message;
      const to = must(address, 'the address that a mail goes to');
      const mail = { messageId, address: to, name, subject, body, language, isUrgent };
      return ok({
        send: async () => outcomeOf(parts, kept, await sendMail(graph, asker.value, mail)),
      });
    },
    async look(kept, since) {
      const asker = await askerOf(parts, kept, lookingScopes.mail);
      if (!asker.ok) return 'unknown';
      return findSentMail(graph, asker.value, { messageId: kept.message.messageId, since });
    },
  };
}

function chatCarrier(parts: GraphCarriersParts): MessageCarrier {
  const { graph } = parts;
  return {
    mayUse: (tenantId, operatorId) => mayUse(parts, { tenantId, personId: operatorId }, operatorScopes.chat),
    async prepare(kept) {
      const asker = await askerOf(parts, kept, operatorScopes.chat);
      if (!asker.ok) return refused(outcomeOfToken(asker.refusal));
      const chat = await chatOf(parts, kept, asker.value);
      if (!chat.ok) return chat;
      const chatId = chat.value;
      const { messageId, body, isUrgent } = kept.message;
      return ok({
        chatId,
        send: async () => {
          const message = { messageId, chatId, body, isUrgent };
          return outcomeOf(parts, kept, await sendChatMessage(graph, asker.value, message));
        },
      });
    },
    async look(kept, since) {
      const { chatId } = kept;
      const asker = chatId === undefined ? undefined : await askerOf(parts, kept, lookingScopes.chat);
      if (chatId === undefined || asker?.ok !== true) return 'unknown';
      return findChatMessage(graph, asker.value, { chatId, body: kept.message.body, since });
    },
  };
}

/** The chat with the recipient. To ask for it again makes no second one, so no failure leaves a doubt. */
async function chatOf(
  parts: GraphCarriersParts,
  kept: KeptMessage,
  asker: OperatorAsker,
): Promise<Result<string, SendingOutcome>> {
  if (kept.chatId !== undefined) return ok(kept.chatId);
  const chat = await openChat(parts.graph, asker, kept.message.personId);
  if (chat.ok) return chat;
  const outcome = outcomeOf(parts, kept, sendingProblem(chat.refusal, 'recipientUnknown'));
  return refused(outcome.type === 'doubt' ? { type: 'later' } : outcome);
}

/** What came of sending; a problem is logged. */
function outcomeOf(
  { log }: GraphCarriersParts,
  { tenantId, message: { messageId, way } }: KeptMessage,
  { outcome, problem }: SendingAnswer,
): SendingOutcome {
  if (problem !== undefined) {
    const { code, status, requestId } = problem;
    const { type } = outcome;
    log.warn('a message met a problem', {
      tenantId,
      ...{ messageId, way, outcome: type, code, status, requestId },
    });
  }
  return outcome;
}

type Person = Parameters<OperatorTokens['token']>[0];

async function mayUse(
  { operatorTokens }: GraphCarriersParts,
  person: Person,
  scopes: readonly string[],
): ReturnType<MessageCarrier['mayUse']> {
  const token = await operatorTokens.token(person, scopes);
  if (token.ok) return 'open';
  const outcome = outcomeOfToken(token.refusal);
  if (outcome.type !== 'refused') return 'unavailable';
  return outcome.why === 'signIn' ? 'signIn' : 'noRight';
}

const askerOf = (
  { operatorTokens }: GraphCarriersParts,
  { tenantId, message: { operatorId: personId } }: KeptMessage,
  scopes: readonly string[],
): Promise<Result<OperatorAsker, OperatorTokenRefusal>> =>
  operatorAsker(operatorTokens, { tenantId, personId }, scopes);

function outcomeOfToken(refusal: OperatorTokenRefusal): SendingOutcome {
  switch (refusal.code) {
    case 'signIn':
      return { type: 'refused', why: 'signIn' };
    case 'askConsent':
      // A question to the person (a second factor) is answered by signing in; a missing consent is not.
      return { type: 'refused', why: refusal.claims === undefined ? 'noRight' : 'signIn' };
    case 'refused':
    case 'unreachable':
      return { type: 'later' };
  }
}
