import type { Waiting } from '@switchboard/domain/call/states/waiting';
import type { InstanceId, TenantId } from '@switchboard/domain/ids';
import { type AnsweredCall, expectedWait } from '@switchboard/domain/queue/expected-wait';
import { openStateOf } from '@switchboard/domain/queue/open-state';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { QueueSituation } from '@switchboard/domain/queue/situation';
import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { rowToQueue } from '../queues/row-to-queue.ts';

/** More are not counted: nothing is decided by them. */
const mostAtWork = 100;
const mostInLine = 1_000;

/** As many calls say how long it takes until one is answered, and how long it lasts. */
const recentCalls = 30;

interface Count {
  readonly at_work: number;
  readonly in_line: number;
}

const atWork = (tenantId: TenantId, queue: unknown) => sql`(SELECT count(*)::integer FROM (
  SELECT FROM operators o JOIN queue_operators m USING (tenant_id, operator_id)
  WHERE o.tenant_id = ${tenantId} AND o.status = 'available' AND m.is_active AND m.queue_id = ${queue} LIMIT ${mostAtWork}) AS found)`;

/** Calls that wait, or are about to: those that ring still and those that are greeted, unless they are turned away. */
const inLine = (tenantId: TenantId, queue: unknown, but: string) => sql`(SELECT count(*)::integer FROM (
  SELECT FROM calls l WHERE l.tenant_id = ${tenantId} AND l.queue_id = ${queue} AND l.call_id <> ${but}
    AND l.state IN ('answering', 'greeting', 'waiting') AND NOT l.data ? 'diversion' LIMIT ${mostInLine}) AS found)`;

export interface QueueAtHand {
  readonly queue: Queue;
  readonly situation: QueueSituation;
}

/** The queue of a resource account and how it stands, for a call that comes in. One statement. */
export async function findQueueForCall(
  store: Store,
  tenantId: TenantId,
  instance: InstanceId,
  now: Instant,
): Promise<QueueAtHand | undefined> {
  const { rows } = await sql<Selectable<Tables['queues']> & Count>`
    SELECT q.tenant_id, q.queue_id, q.name, q.instance_id, q.number, q.settings, q.switches,
      ${atWork(tenantId, sql.ref('q.queue_id'))} AS at_work, ${inLine(tenantId, sql.ref('q.queue_id'), '')} AS in_line
    FROM queues q WHERE q.tenant_id = ${tenantId} AND q.instance_id = ${instance}`.execute(store);
  const row = rows[0];
  if (row === undefined) return undefined;
  const queue = rowToQueue(row);
  return { queue, situation: situationOf(queue, row, now) };
}

function situationOf(queue: Queue, count: Count, now: Instant): QueueSituation {
  const { settings, switches } = queue;
  const operatorsAtWork = count.at_work;
  const { state } = openStateOf({ settings, switches, operatorsAtWork, now });
  return { state, waiting: count.in_line, operatorsAtWork };
}

/** How the queue of a waiting call stands, and where the call is in it. */
export async function readSituation(
  db: Kysely<Tables>,
  queue: Queue,
  call: Waiting,
  now: Instant,
): Promise<QueueSituation> {
  const { tenantId, queueId } = queue;
  const { announcement } = queue.settings;
  const { rows } = await sql<Count & { position: number | null }>`
    SELECT ${atWork(tenantId, queueId)} AS at_work, ${inLine(tenantId, queueId, call.callId)} AS in_line,
      ${announcement === undefined ? sql`NULL::integer` : position(call)} AS position`.execute(db);
  const row = must(rows[0], 'the situation of a queue');
  const situation = situationOf(queue, row, now);
  if (row.position === null) return situation;
  const known = { ...situation, position: row.position };
  if (announcement === undefined || announcement.waits.length === 0) return known;
  const answered = await readAnswered(db, queue);
  const expected = expectedWait(row.position, answered, situation.operatorsAtWork);
  return expected === undefined ? known : { ...known, expectedWait: expected.milliseconds };
}

/** The place in line of a waiting call, by the order that `waiting-order.ts` has for calls at hand. */
function position({ tenantId, queueId, callId, isFront, rank, arrivedAt }: Waiting) {
  return sql`(SELECT 1 + count(*)::integer FROM calls p
    WHERE p.tenant_id = ${tenantId} AND p.queue_id = ${queueId} AND p.state = 'waiting' AND (
      NOT (p.data -> 'isFront')::boolean, NOT (p.data #> '{rank,isVip}')::boolean,
      -(p.data #> '{rank,priority}')::integer, p.arrived_at, p.call_id COLLATE "C")
    < (${!isFront}::boolean, ${!rank.isVip}::boolean, ${-rank.priority}::integer, ${arrivedAt}::bigint, ${callId}::text))`;
}

async function readAnswered(
  db: Kysely<Tables>,
  { tenantId, queueId, settings }: Queue,
): Promise<readonly AnsweredCall[]> {
  const rows = await db
    .selectFrom('calls')
    .select(['arrived_at', 'answered_at', 'ended_at'])
    .where('tenant_id', '=', tenantId)
    .where('queue_id', '=', queueId)
    .where('answered_at', 'is not', null)
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(recentCalls)
    .execute();
  return rows.map(({ arrived_at, answered_at, ended_at }) => ({
    answeredAfter: must(answered_at, 'the answer') - arrived_at,
    talked: must(ended_at, 'the end') - must(answered_at, 'the answer') + settings.wrapUp,
  }));
}
