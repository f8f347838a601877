import type { CallId, PersonId, TenantId } from '@switchboard/domain/ids';
import type { Message, MessageState } from '@switchboard/domain/message/message';
import type { Instant } from '@switchboard/kit/clock';
import type { Transaction } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { holdCounter } from '../feed/write-desk-event.ts';
import { columnsOf, type KeptMessage, type MessageKey, newRow, rowToMessage } from './kept-message.ts';
import { tellOfMessages } from './tell-of-messages.ts';

export interface Keeping {
  /** Of this operator's, unsettled. */
  readonly most: number;
  readonly now: Instant;
  /** The message that this one was made of. If it failed it is put away: nobody sends both. */
  readonly insteadOf?: string;
}

/**
 * Keeps a message to be sent, and tells its operator's consoles. The same id again changes nothing and is `kept` too.
 * `full`: they have `most` others that are not settled. `gone`: no such operator.
 */
export function keepMessage(
  store: Store,
  tenantId: TenantId,
  message: Message,
  { most, now, insteadOf }: Keeping,
): Promise<'kept' | 'full' | 'gone'> {
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    const { operatorId, messageId } = message;
    if ((await findRow(tx, { tenantId, operatorId, messageId })) !== undefined) return 'kept';
    const former =
      insteadOf === undefined ? undefined : await findRow(tx, { tenantId, operatorId, messageId: insteadOf });
    const replaced = former?.state.name === 'failed' ? former.message.messageId : undefined;
    const { open } = await tx
      .selectFrom('messages')
      .select((e) => e.fn.countAll<number>().as('open'))
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .where('state', 'not in', settled)
      .executeTakeFirstOrThrow();
    if (Number(open) - (replaced === undefined ? 0 : 1) >= most) return 'full';
    if (!(await tellOfMessages(tx, tenantId, operatorId, now))) return 'gone';
    await tx
      .insertInto('messages')
      .values(newRow(tenantId, message, now))
      .execute();
    if (replaced !== undefined)
      await setState(tx, { tenantId, operatorId, messageId: replaced }, { name: 'withdrawn' }, now);
    return 'kept';
  });
}

/**
 * Changes a message by what its operator asks. `change` gives the new state, or undefined where it has no place for
 * that. Undefined: there is no such message of theirs.
 */
export function changeMessage(
  store: Store,
  key: MessageKey,
  change: (known: KeptMessage) => MessageState | undefined,
  now: Instant,
): Promise<'changed' | 'notNow' | undefined> {
  const { tenantId, operatorId } = key;
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    const known = await findRow(tx, key);
    if (known === undefined) return undefined;
    const state = change(known);
    if (state === undefined) return 'notNow';
    await setState(tx, key, state, now);
    await tellOfMessages(tx, tenantId, operatorId, now);
    return 'changed';
  });
}

/** Nothing more is done about these. */
const settled = ['sent', 'withdrawn'] as const;

async function setState(
  tx: Transaction<Tables>,
  { tenantId, operatorId, messageId }: MessageKey,
  state: MessageState,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({
      ...columnsOf(state, now),
      ...(state.name === 'waiting' ? { wanted_since: now, tries: 0, looks: 0 } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .where('message_id', '=', messageId)
    .execute();
}

async function findRow(tx: Transaction<Tables>, key: MessageKey): Promise<KeptMessage | undefined> {
  const row = await tx
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('operator_id', '=', key.operatorId)
    .where('message_id', '=', key.messageId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : rowToMessage(row);
}

/** Most of them that are told of: an operator who left more than these unsettled settles some first. */
const mostShown = 50;

/**
 * The messages of each of these operators that they should see, the newest first: all that are not settled, then those
 * sent or put away since `since`.
 */
export async function readMessages(
  store: Store,
  tenantId: TenantId,
  operatorIds: readonly PersonId[],
  since: Instant,
): Promise<ReadonlyMap<PersonId, readonly KeptMessage[]>> {
  const read = await Promise.all(
    operatorIds.map(async (operatorId) => {
      const rows = await store
        .selectFrom('messages')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('operator_id', '=', operatorId)
        .where((e) => e.or([e('state', 'not in', settled), e('state_since', '>=', since)]))
        .orderBy((e) => e('state', 'in', settled))
        .orderBy('asked_at', 'desc')
        .limit(mostShown)
        .execute();
      return [operatorId, rows.map(rowToMessage)] as const;
    }),
  );
  return new Map(read);
}

/** What was sent about a call, by whomever, the oldest first. */
export async function readMessagesOfCall(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
): Promise<readonly KeptMessage[]> {
  const rows = await store
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('call_id', '=', callId)
    .where('state', '=', 'sent')
    .orderBy('state_since')
    .execute();
  return rows.map(rowToMessage);
}
