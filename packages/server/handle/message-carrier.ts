import type { WayState } from '@switchboard/contract/views/message-view';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { MessageWay } from '@switchboard/domain/message/message';
import type { LookOutcome, SendingOutcome } from '@switchboard/domain/message/message-outcome';
import type { Instant } from '@switchboard/kit/clock';
import type { Result } from '@switchboard/kit/result';
import type { KeptMessage } from '@switchboard/store/messages/kept-message';

/** A message about which everything is settled that may be done twice; what is left is to send it. */
export interface ReadyMessage {
  /** Of the chat that it goes to: it is kept, so that it is asked for once. */
  readonly chatId?: string;
  /** Once only: whoever calls it has recorded before that the message is on its way. */
  send(): Promise<SendingOutcome>;
}

/**
 * What takes messages of one kind to Microsoft, or wherever they go. Another way (a mail server, say) is another of
 * these; what is kept, tried again and shown does not know the difference.
 */
export interface MessageCarrier {
  /** Whether this operator may use it now. */
  mayUse(
    tenantId: TenantId,
    operatorId: PersonId,
  ): Promise<Extract<WayState, 'open' | 'noRight' | 'signIn' | 'unavailable'>>;
  prepare(kept: KeptMessage): Promise<Result<ReadyMessage, SendingOutcome>>;
  /** Looks for a message of which nobody knows whether it left, `since` the request did. */
  look(kept: KeptMessage, since: Instant): Promise<LookOutcome>;
}

export type MessageCarriers = Readonly<Record<MessageWay, MessageCarrier>>;
