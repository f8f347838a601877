import type { SendingOutcome } from '@switchboard/domain/message/message-outcome';
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
        send: () =>
          withFreshToken(parts, kept, operatorScopes.mail, asker.value, (by) => sendMail(graph, by, mail)),
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
        send: () =>
          withFreshToken(parts, kept, operatorScopes.chat, asker.value, (by) =>
            sendChatMessage(graph, by, { messageId, chatId, body, isUrgent }),
          ),
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
  let opened: Result<string, SendingOutcome> = refused({ type: 'later' });
  await withFreshToken(parts, kept, operatorScopes.chat, asker, async (by) => {
    const chat = await openChat(parts.graph, by, kept.message.personId);
    if (chat.ok) {
      opened = chat;
      return { outcome: { type: 'sent' } };
    }
    const answer = sendingProblem(chat.refusal, 'recipientUnknown');
    opened = refused(answer.outcome.type === 'doubt' ? { type: 'later' } : answer.outcome);
    return answer;
  });
  return opened;
}

/** Once more with a new token where Graph did not take the one before: that is said before anything is done. */
async function withFreshToken(
  parts: GraphCarriersParts,
  kept: KeptMessage,
  scopes: readonly string[],
  asker: OperatorAsker,
  work: (asker: OperatorAsker) => Promise<SendingAnswer>,
): Promise<SendingOutcome> {
  let answer = await work(asker);
  if (answer.problem?.kind === 'unauthorized') {
    const fresh = await askerOf(parts, kept, scopes, true);
    if (!fresh.ok) return outcomeOfToken(fresh.refusal);
    answer = await work(fresh.value);
  }
  if (answer.problem !== undefined) {
    const { code, status, requestId } = answer.problem;
    const { messageId, way } = kept.message;
    const { type } = answer.outcome;
    parts.log.warn('a message met a problem', {
      tenantId: kept.tenantId,
      ...{ messageId, way, outcome: type, code, status, requestId },
    });
  }
  return answer.outcome;
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

async function askerOf(
  { operatorTokens }: GraphCarriersParts,
  { tenantId, message: { operatorId } }: KeptMessage,
  scopes: readonly string[],
  fresh = false,
): Promise<Result<OperatorAsker, OperatorTokenRefusal>> {
  const token = await operatorTokens.token({ tenantId, personId: operatorId }, scopes, { fresh });
  return token.ok ? ok({ tenantId, operator: { personId: operatorId, token: token.value } }) : token;
}

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
