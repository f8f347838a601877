import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Message, MessageState } from '@switchboard/domain/message/message';
import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tables } from '../access/tables.ts';

type Columns = Tables['messages'];

/** A message as it is kept, with how far it is. */
export interface KeptMessage {
  readonly tenantId: TenantId;
  readonly message: Message;
  readonly state: MessageState;
  readonly stateSince: Instant;
  readonly wantedSince: Instant;
  readonly tries: number;
  readonly looks: number;
  /** Of the chat that it goes to, once it is known. */
  readonly chatId?: string;
}

/** Which message of whom: a message is known to its operator alone. */
export interface MessageKey {
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
  readonly messageId: string;
}

export const rowToMessage = (row: Selectable<Columns>): KeptMessage => ({
  tenantId: row.tenant_id,
  message: {
    messageId: row.message_id,
    operatorId: row.operator_id,
    way: row.way,
    personId: row.person_id,
    recipientName: row.recipient_name,
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.call_id === null ? {} : { callId: row.call_id }),
    language: row.language,
    subject: row.subject,
    body: row.body,
    isUrgent: row.is_urgent,
    ...(row.written === null ? {} : { written: JSON.parse(row.written) as Record<string, string> }),
    askedAt: row.asked_at,
  },
  state: stateOf(row),
  stateSince: row.state_since,
  wantedSince: row.wanted_since,
  tries: row.tries,
  looks: row.looks,
  ...(row.chat_id === null ? {} : { chatId: row.chat_id }),
});

function stateOf(row: Selectable<Columns>): MessageState {
  const { state: name, state_since: at } = row;
  const since = row.began_at ?? at;
  switch (name) {
    case 'waiting':
      return { name, dueAt: row.due_at ?? at };
    case 'sending':
      return { name, since };
    case 'doubtful':
      return { name, since, ...(row.due_at === null ? {} : { dueAt: row.due_at }) };
    case 'sent':
      return { name, at };
    case 'failed':
      return { name, why: must(row.reason ?? undefined, 'why a message failed') };
    case 'withdrawn':
      return { name };
  }
}

/** The columns of a state. Whoever had the message has it no more. */
export const columnsOf = (state: MessageState, now: Instant): Updateable<Columns> => ({
  state: state.name,
  state_since: now,
  reason: state.name === 'failed' ? state.why : null,
  began_at: 'since' in state ? state.since : null,
  due_at: ('dueAt' in state ? state.dueAt : undefined) ?? null,
  lease: null,
});

/** @param now when it was asked for; it is due at once */
export const newRow = (tenantId: TenantId, message: Message, now: Instant): Insertable<Columns> => ({
  tenant_id: tenantId,
  operator_id: message.operatorId,
  message_id: message.messageId,
  way: message.way,
  person_id: message.personId,
  recipient_name: message.recipientName,
  address: message.address ?? null,
  call_id: message.callId ?? null,
  language: message.language,
  subject: message.subject,
  body: message.body,
  is_urgent: message.isUrgent,
  written: message.written === undefined ? null : JSON.stringify(message.written),
  asked_at: message.askedAt,
  wanted_since: now,
  state: 'waiting',
  state_since: now,
  due_at: now,
});
