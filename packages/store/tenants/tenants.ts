import type { CallId, PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Queue } from '@switchboard/domain/queue/queue';
import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';
import { statusOf } from '../operators/operator-status.ts';
import { workOf } from '../operators/operators.ts';
import { rowToQueue } from '../queues/row-to-queue.ts';
import { administerTenant, type QueueToPut, writeQueue } from './administer-tenant.ts';

export interface Tenant {
  readonly tenantId: TenantId;
  readonly name: string;
  /** Days for which an ended call and what goes with it is kept. */
  readonly keepDays: number;
  /** What colleagues are written to in of whom no language is known: `nl`. */
  readonly language?: string;
}

const tenantColumns = ['tenant_id', 'name', 'keep_days', 'language'] as const;

export interface TenantChange {
  readonly name?: string | undefined;
  readonly keepDays?: number | undefined;
  readonly language?: string | undefined;
}

/** Adds a tenant, or gives a known one its new name. */
export async function putTenant(
  store: Store,
  tenant: Pick<Tenant, 'tenantId' | 'name'>,
  now: Instant,
): Promise<void> {
  await store
    .insertInto('tenants')
    .values({ tenant_id: tenant.tenantId, name: tenant.name, created_at: now })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ name: tenant.name }))
    .execute();
}

export async function listTenants(store: Store): Promise<readonly Tenant[]> {
  const rows = await store
    .selectFrom('tenants')
    .select([...tenantColumns])
    .orderBy('name')
    .execute();
  return rows.map(rowToTenant);
}

const rowToTenant = (row: Pick<Selectable<Tables['tenants']>, (typeof tenantColumns)[number]>): Tenant => ({
  tenantId: row.tenant_id,
  name: row.name,
  keepDays: row.keep_days,
  ...(row.language === null ? {} : { language: row.language }),
});

/** Changes what is named of a tenant. Undefined: no such tenant. */
export async function changeTenant(
  store: Store,
  tenantId: TenantId,
  { name, keepDays, language }: TenantChange,
): Promise<Tenant | undefined> {
  if (name === undefined && keepDays === undefined && language === undefined)
    return await findTenant(store, tenantId);
  const row = await store
    .updateTable('tenants')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(keepDays === undefined ? {} : { keep_days: keepDays }),
      ...(language === undefined ? {} : { language }),
    })
    .where('tenant_id', '=', tenantId)
    .returning([...tenantColumns])
    .executeTakeFirst();
  return row === undefined ? undefined : rowToTenant(row);
}

export async function findTenant(store: Store, tenantId: TenantId): Promise<Tenant | undefined> {
  const row = await store
    .selectFrom('tenants')
    .select([...tenantColumns])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row === undefined ? undefined : rowToTenant(row);
}

/** Adds a queue, or changes a known one. Consoles hear of it. */
export const putQueue = (store: Store, queue: QueueToPut): Promise<void> =>
  administerTenant(store, queue.tenantId, async (tx) => writeQueue(tx, queue, await databaseTime(tx)));

/** What an administrator does has no clock of ours at hand. */
async function databaseTime(tx: Transaction<Tables>): Promise<Instant> {
  const { rows } = await sql<{ now: number }>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now`.execute(tx);
  return must(rows[0], 'the time').now;
}

export async function listQueues(store: Store, tenantId: TenantId): Promise<readonly Queue[]> {
  const rows = await store
    .selectFrom('queues')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .execute();
  return rows.map(rowToQueue);
}

export async function findQueueByInstance(
  store: Store,
  tenantId: TenantId,
  instance: Queue['instanceId'],
): Promise<Queue | undefined> {
  const row = await store
    .selectFrom('queues')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('instance_id', '=', instance)
    .executeTakeFirst();
  return row === undefined ? undefined : rowToQueue(row);
}

/** Adds an operator with exactly these queues, or changes a known one. Consoles hear of it. */
export async function putOperator(store: Store, operator: Operator): Promise<void> {
  const { tenantId: tenant_id, operatorId: operator_id, name, queueIds } = operator;
  const { userPrincipalName: user_principal_name } = operator;
  await store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenant_id);
    const row = await tx
      .insertInto('operators')
      .values({ tenant_id, operator_id, name, user_principal_name })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'operator_id']).doUpdateSet({ name, user_principal_name }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    let left = tx
      .deleteFrom('queue_operators')
      .where('tenant_id', '=', tenant_id)
      .where('operator_id', '=', operator_id);
    if (queueIds.length > 0) left = left.where('queue_id', 'not in', [...queueIds]);
    await left.execute();
    if (queueIds.length > 0) {
      await tx
        .insertInto('queue_operators')
        .values(queueIds.map((queue_id) => ({ tenant_id, queue_id, operator_id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const event = {
      subject: 'operator',
      type: 'operatorChanged',
      operator: statusOf(workOf(row)),
      isAdministered: true,
    } as const;
    await writeDeskEvent(tx, tenant_id, event, await databaseTime(tx));
  });
}

export async function listOperators(store: Store, tenantId: TenantId): Promise<readonly Operator[]> {
  const rows = await store
    .selectFrom('operators')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .execute();
  const members = await store
    .selectFrom('queue_operators')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .execute();
  const queuesById = new Map<PersonId, QueueId[]>();
  const left = members.filter(({ is_active }) => !is_active);
  for (const member of members) {
    if (!queuesById.has(member.operator_id)) queuesById.set(member.operator_id, []);
    must(queuesById.get(member.operator_id), 'the list just made').push(member.queue_id);
  }
  return rows.map((row) => ({
    tenantId,
    operatorId: row.operator_id,
    name: row.name,
    userPrincipalName: row.user_principal_name,
    queueIds: queuesById.get(row.operator_id) ?? [],
    ...leftBy(row.operator_id, left),
  }));
}

function leftBy(
  operatorId: PersonId,
  left: readonly { readonly operator_id: PersonId; readonly queue_id: QueueId }[],
): Pick<Operator, 'leftQueueIds'> {
  const own = left.filter((member) => member.operator_id === operatorId).map(({ queue_id }) => queue_id);
  return own.length === 0 ? {} : { leftQueueIds: own };
}

export async function findOperator(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
): Promise<Operator | undefined> {
  const { rows } = await sql<{ name: string; user_principal_name: string; queue_ids: QueueId[] }>`
    SELECT o.name, o.user_principal_name,
      ARRAY(SELECT m.queue_id FROM queue_operators m
        WHERE m.tenant_id = o.tenant_id AND m.operator_id = o.operator_id) AS queue_ids
    FROM operators o WHERE o.tenant_id = ${tenantId} AND o.operator_id = ${operatorId}`.execute(store);
  const row = rows[0];
  if (row === undefined) return undefined;
  const { name, user_principal_name: userPrincipalName, queue_ids: queueIds } = row;
  return { tenantId, operatorId, name, userPrincipalName, queueIds };
}

/** The queue that a call is in. */
export async function findQueueOfCall(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
): Promise<Queue | undefined> {
  const row = await store
    .selectFrom('queues')
    .selectAll('queues')
    .innerJoin('calls', (join) =>
      join.onRef('calls.tenant_id', '=', 'queues.tenant_id').onRef('calls.queue_id', '=', 'queues.queue_id'),
    )
    .where('calls.tenant_id', '=', tenantId)
    .where('calls.call_id', '=', callId)
    .executeTakeFirst();
  return row === undefined ? undefined : rowToQueue(row);
}
