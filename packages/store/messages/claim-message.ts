import type { MessageState } from '@switchboard/domain/message/message';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { holdCounter } from '../feed/write-desk-event.ts';
import { columnsOf, type KeptMessage, rowToMessage } from './kept-message.ts';
import { tellOfMessages } from './tell-of-messages.ts';

/** A message that this server has, until its lease runs out and another may take it. */
export interface ClaimedMessage extends KeptMessage {
  readonly lease: string;
}

export interface Claim {
  /** Nobody else's: whoever holds a message by another one has come too late. */
  readonly lease: string;
  readonly now: Instant;
  /** Longer than any try takes. */
  readonly until: Instant;
  readonly limit: number;
}

/** Takes messages of any tenant about which something is due, the longest due first; also what a dead server had. */
export async function claimMessages(
  store: Store,
  { lease, now, until, limit }: Claim,
): Promise<readonly ClaimedMessage[]> {
  const rows = await store
    .updateTable('messages')
    .set({ lease, due_at: until })
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'operator_id', 'message_id'),
        'in',
        e
          .selectFrom('messages')
          .select(['tenant_id', 'operator_id', 'message_id'])
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .$asTuple('tenant_id', 'operator_id', 'message_id'),
      ),
    )
    .returningAll()
    .execute();
  return rows.map((row) => ({ ...rowToMessage(row), lease }));
}

/** What a try has come to. */
export interface MessageStep {
  readonly state: MessageState;
  readonly tries?: number;
  readonly looks?: number;
  readonly chatId?: string;
}

/**
 * Records a step of a message and tells its operator's consoles. While it is on its way the server keeps it until
 * `until`. False: it is not this server's any more, and nothing must be done with it.
 */
export function recordStep(
  store: Store,
  { tenantId, message: { operatorId, messageId }, lease }: ClaimedMessage,
  { state, tries, looks, chatId }: MessageStep,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    const changed = await tx
      .updateTable('messages')
      .set({
        ...columnsOf(state, now),
        ...(state.name === 'sending' ? { due_at: until, lease } : {}),
        ...(tries === undefined ? {} : { tries }),
        ...(looks === undefined ? {} : { looks }),
        ...(chatId === undefined ? {} : { chat_id: chatId }),
      })
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .where('message_id', '=', messageId)
      .where('lease', '=', lease)
      .returning('message_id')
      .execute();
    if (changed.length === 0) return false;
    await tellOfMessages(tx, tenantId, operatorId, now);
    return true;
  });
}
