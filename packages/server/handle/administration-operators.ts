import type { OperatorView, PutOperator, PutQueueOperator } from '@switchboard/contract/admin/operator';
import { type PersonId, queueId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { ok, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { administerTenant } from '@switchboard/store/tenants/administer-tenant';
import {
  hasLiveCall,
  listQueueOperators,
  putQueueOperator,
  removeOperator,
  removeQueueOperator,
} from '@switchboard/store/tenants/queue-operators';
import { findOperator, listOperators, listQueues, putOperator } from '@switchboard/store/tenants/tenants';
import type { AdministrationParts } from './administration-parts.ts';
import { presentOperator } from './administration-present.ts';
import { type Outcome, operatorUnknown, queueUnknown } from './administration-refusal.ts';

/** What was put, and whether it was not there before. */
export interface Put<View> {
  readonly isNew: boolean;
  readonly view: View;
}

export async function showOperators(store: Store, tenant: TenantId): Promise<readonly OperatorView[]> {
  const [operators, members] = await Promise.all([
    listOperators(store, tenant),
    listQueueOperators(store, tenant),
  ]);
  return operators.map((operator) => presentOperator(operator, members));
}

export async function changeOperator(
  { store }: AdministrationParts,
  tenant: TenantId,
  person: PersonId,
  asked: PutOperator,
): Outcome<Put<OperatorView>> {
  const known = new Set<string>((await listQueues(store, tenant)).map((queue) => queue.queueId));
  const unknown = asked.queueIds.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    return refused({
      code: 'queueUnknown',
      field: 'queueIds',
      message: `This tenant has no queue ${unknown.map((id) => JSON.stringify(id)).join(', ')}`,
      remedy: 'look up the ids in the list of its queues',
    });
  }
  const operator: Operator = {
    tenantId: tenant,
    operatorId: person,
    name: asked.name,
    userPrincipalName: asked.userPrincipalName,
    queueIds: asked.queueIds.map(queueId),
  };
  const isNew = (await findOperator(store, tenant, person)) === undefined;
  await putOperator(store, operator);
  return ok({ isNew, view: presentOperator(operator, await listQueueOperators(store, tenant)) });
}

/** Lets a known operator answer a queue, or gives them another rank in it. */
export async function rankOperator(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  { queue, person }: QueueMember,
  { rank }: PutQueueOperator,
): Outcome<OperatorView> {
  return await administerTenant(store, tenant, async (tx) => {
    const found = (await listQueues(tx, tenant)).find((each) => each.queueId === queue);
    if (found === undefined) return queueUnknown(queue);
    if ((await findOperator(tx, tenant, person)) === undefined) return operatorUnknown(person);
    const member = { operatorId: person, queueId: found.queueId, ...(rank === undefined ? {} : { rank }) };
    await putQueueOperator(tx, tenant, member, clock.now());
    return await viewOf(tx, tenant, person);
  });
}

export interface QueueMember {
  readonly queue: string;
  readonly person: PersonId;
}

/** Takes an operator out of a queue; the calls that they have stay theirs. */
export async function takeOutOfQueue(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  { queue, person }: QueueMember,
): Outcome<OperatorView> {
  return await administerTenant(store, tenant, async (tx) => {
    const operator = await findOperator(tx, tenant, person);
    if (operator === undefined) return operatorUnknown(person);
    const id = operator.queueIds.find((each) => each === queue);
    if (id === undefined) return queueUnknown(queue);
    await removeQueueOperator(tx, tenant, { operatorId: person, queueId: id }, clock.now());
    return await viewOf(tx, tenant, person);
  });
}

async function viewOf(store: Store, tenant: TenantId, person: PersonId): Outcome<OperatorView> {
  const operator = await findOperator(store, tenant, person);
  if (operator === undefined) return operatorUnknown(person);
  return ok(presentOperator(operator, await listQueueOperators(store, tenant)));
}

export async function removeIdleOperator(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  person: PersonId,
): Outcome<OperatorView> {
  return await administerTenant(store, tenant, async (tx) => {
    const found = await viewOf(tx, tenant, person);
    if (!found.ok) return found;
    if (await hasLiveCall(tx, tenant, person)) {
      return refused({
        code: 'operatorInUse',
        field: 'personId',
        message: `${found.value.name} has a call now`,
        remedy: 'wait until the call is over or somebody has taken it over',
      });
    }
    await removeOperator(tx, tenant, person, clock.now());
    return found;
  });
}
