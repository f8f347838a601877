import type { CallState } from '@switchboard/domain/call/call-state';
import type { Decided } from '@switchboard/domain/call/decision';
import type { CallId, PersonId, TenantId } from '@switchboard/domain/ids';
import { type Queue, type StoredSettings, withDefaults } from '@switchboard/domain/queue/queue';
import type { QueueSituation } from '@switchboard/domain/queue/situation';
import { assert, must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { type Kysely, sql, type Transaction } from 'kysely';
import { sendFixed } from '../access/send-fixed.ts';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { findLostCall } from '../call-backs/lost-calls.ts';
import type { WrittenEvents } from '../feed/written-events.ts';
import type { ClaimedEffect } from '../outbox/claim-effect.ts';
import { occupies } from '../reads/occupies.ts';
import { readSituation } from '../reads/queue-situation.ts';
import { type Aftermath, freedOperator, outcomeAtEnd } from './follow-ups.ts';
import {
  type CallVersion,
  type ClosedEffect,
  closeEffect,
  type DecisionWritten,
  writeDecision,
} from './write-decision.ts';

/** A call, and what decisions about it may know. */
export interface CallAtHand {
  readonly call: CallState;
  readonly queue: Queue;
  /** Whether the console of the call's operator is connected, or was within the grace. */
  readonly isOperatorHere: boolean;
  /** How its queue stands, if that was wanted and the call waits. */
  readonly situation?: QueueSituation;
  /** The slots in which calls of the tenant are parked, if that was wanted. */
  readonly takenSlots?: ReadonlySet<number>;
}

export interface CallChange<Refusal> {
  readonly tenantId: TenantId;
  readonly callId: CallId;
  readonly now: Instant;
  /** A console that went after this moment still counts as connected. */
  readonly consolesSince: Instant;
  /** This server, to which the first new effect is given. */
  readonly owner: number;
  /**
   * What the decision needs besides: how the call's queue stands, or the parked calls' slots; those stay as they are
   * until the commit, so that no two calls are parked in one.
   */
  readonly wants?: 'situation' | 'slots';
  readonly decide: (hand: CallAtHand) => Result<Decided, Refusal>;
  /** Runs first, in a transaction with the rest: locks and checks of other rows. A refusal ends it. */
  readonly before?: (tx: Transaction<Tables>) => Promise<Refusal | undefined>;
  /** The effect that the decision answers to; closed in the same transaction. */
  readonly closes?: ClosedEffect;
}

/** What was committed. */
export interface CallChanged {
  readonly decided: Decided;
  readonly seq: number;
  /** The events, for this server's own feed; undefined: it reads them. */
  readonly events?: WrittenEvents;
  /** The effect that this server shall carry out now; the commit has given it to it. */
  readonly claimed?: ClaimedEffect;
  /** True: the effect that was closed was the last one of the call. */
  readonly isNone?: boolean;
}

/** As often is a decision made anew when the call has changed meanwhile; then the call is locked for it. */
const mostRepeats = 3;

/**
 * Reads the call, decides, and writes state, events and effects in one commit. Nothing is locked in between: if the
 * call is another one by then, nothing is written, and the decision is made anew. A decision that needs more locks has
 * the call locked, too. Undefined: no such call.
 */
export async function changeCall<Refusal>(
  store: Store,
  change: CallChange<Refusal>,
): Promise<Result<CallChanged, Refusal> | undefined> {
  if (change.before === undefined && change.wants !== 'slots') {
    for (let attempt = 0; attempt < mostRepeats; attempt += 1) {
      const changed = await attemptChange(store, change, false);
      if (changed !== 'overtaken') return changed;
    }
  }
  return store.transaction().execute(async (tx) => {
    const early = await change.before?.(tx);
    if (early !== undefined) return refused(early);
    const changed = await attemptChange(tx, change, true);
    assert(changed !== 'overtaken', 'a locked call does not change');
    return changed;
  });
}

async function attemptChange<Refusal>(
  db: Kysely<Tables>,
  change: CallChange<Refusal>,
  isLocked: boolean,
): Promise<Result<CallChanged, Refusal> | undefined | 'overtaken'> {
  const read = await takeInHand(db, change, isLocked);
  if (read === undefined) return undefined;
  const { version, ...inHand } = read;
  const { now, owner, closes } = change;
  const hand = { ...inHand, ...(await readWanted(db, change, inHand)) };
  const result = change.decide(hand);
  const decided = result.ok ? result.value : undefined;
  if (decided === undefined || (decided.events.length === 0 && decided.effects.length === 0)) {
    const left = closes === undefined ? undefined : await closeEffect(db, change, closes, change);
    if (!result.ok) return result;
    return ok({ decided: result.value, seq: 0, ...(left === undefined ? {} : left) });
  }
  const written = await writeDecision(db, {
    decided,
    now,
    owner,
    version,
    aftermath: await aftermathOf(db, hand, decided.state, now),
    ...(closes === undefined ? {} : { closes }),
  });
  return written === undefined ? 'overtaken' : ok(committed(decided, written, now));
}

async function aftermathOf(
  db: Kysely<Tables>,
  { call, queue }: CallAtHand,
  after: CallState,
  now: Instant,
): Promise<Aftermath> {
  const freed = freedOperator(call, after, queue, now);
  const outcome = outcomeAtEnd(call, after);
  const isReached = outcome === 'answered' || outcome === 'putThrough';
  const settles = isReached ? await findLostCall(db, after) : undefined;
  return {
    ...(freed === undefined ? {} : { freed }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(settles === undefined ? {} : { settles }),
  };
}

/** What a commit comes to for the server that made it. */
export function committed(
  decided: Decided,
  { seq, isClaimed, events }: DecisionWritten,
  now: Instant,
): CallChanged {
  const effect = isClaimed ? decided.effects[0] : undefined;
  const claimed = effect === undefined ? undefined : { effect, attempts: 1, askedAt: now, inDoubt: false };
  return {
    decided,
    seq,
    ...(events === undefined ? {} : { events }),
    ...(claimed === undefined ? {} : { claimed }),
  };
}

interface HandRow {
  readonly data: CallState;
  readonly queue: Queue & { readonly settings: StoredSettings };
  readonly is_operator_here: boolean;
  readonly version: CallVersion;
}

const readHand = `
  SELECT c.data, c.xmin::text AS version,
    jsonb_strip_nulls(jsonb_build_object('tenantId', q.tenant_id, 'queueId', q.queue_id, 'name', q.name,
      'instanceId', q.instance_id, 'number', q.number, 'settings', q.settings, 'switches', q.switches)) AS queue,
    EXISTS (SELECT FROM consoles s WHERE s.tenant_id = c.tenant_id AND s.operator_id = c.operator_id
      AND (s.gone_at IS NULL OR s.gone_at > $3)) AS is_operator_here
  FROM calls c JOIN queues q USING (tenant_id, queue_id)
  WHERE c.tenant_id = $1 AND c.call_id = $2`;
const lockHand = `${readHand} FOR UPDATE OF c`;

async function takeInHand(
  db: Kysely<Tables>,
  { tenantId, callId, consolesSince }: { tenantId: TenantId; callId: CallId; consolesSince: Instant },
  isLocked: boolean,
): Promise<(CallAtHand & { readonly version: CallVersion }) | undefined> {
  const text = isLocked ? lockHand : readHand;
  const [row] = await sendFixed<HandRow>(db, text, [tenantId, callId, consolesSince]);
  if (row === undefined) return undefined;
  return {
    version: row.version,
    call: row.data,
    queue: { ...row.queue, settings: withDefaults(row.queue.settings) },
    isOperatorHere: row.is_operator_here,
  };
}

async function readWanted(
  db: Kysely<Tables>,
  { wants, tenantId, now }: { wants?: 'situation' | 'slots'; tenantId: TenantId; now: Instant },
  { call, queue }: CallAtHand,
): Promise<Pick<CallAtHand, 'situation' | 'takenSlots'>> {
  if (wants === 'slots') return { takenSlots: await holdSlots(db, tenantId) };
  if (wants !== 'situation' || call.name !== 'waiting') return {};
  return { situation: await readSituation(db, queue, call, now) };
}

/** Nobody else of the tenant parks a call until this transaction ends. */
async function holdSlots(tx: Kysely<Tables>, tenantId: TenantId): Promise<ReadonlySet<number>> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${tenantId}, ${slotsLock}))`.execute(tx);
  const { rows } = await sql<{ slot: number }>`
    SELECT (data ->> 'slot')::integer AS slot FROM calls
    WHERE tenant_id = ${tenantId} AND state = 'parked' AND ended_at IS NULL`.execute(tx);
  return new Set(rows.map(({ slot }) => slot));
}

/** Seeds of the hashes of advisory locks: any numbers that differ. */
const slotsLock = 1;
const operatorLock = 2;

/** Locks an operator, so that two of their commands take turns, and says which calls they are in. */
export async function lockOperator(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  operatorId: PersonId,
  about: CallId,
): Promise<{ readonly isInQueue: boolean; readonly isBusy: boolean; readonly isBusyElsewhere: boolean }> {
  // Not their row: the commit of a call takes that last, while this comes first.
  const key = `${tenantId} ${operatorId}`;
  await sendFixed(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [key, operatorLock]);
  const { rows } = await sql<{ in_queue: boolean; busy_with: CallId[] }>`
    SELECT
      EXISTS (SELECT FROM queue_operators m JOIN calls c ON c.tenant_id = m.tenant_id AND c.queue_id = m.queue_id
        WHERE m.tenant_id = ${tenantId} AND m.operator_id = ${operatorId} AND c.call_id = ${about}) AS in_queue,
      ARRAY(SELECT call_id FROM calls WHERE tenant_id = ${tenantId} AND operator_id = ${operatorId}
        AND ended_at IS NULL AND ${occupies}) AS busy_with`.execute(tx);
  const { in_queue: isInQueue, busy_with: busyWith } = must(rows[0], 'the answer about an operator');
  return { isInQueue, isBusy: busyWith.length > 0, isBusyElsewhere: busyWith.some((id) => id !== about) };
}
