import {
  instanceId,
  type PersonId,
  personId,
  queueId,
  type TenantId,
  tenantId,
} from '@switchboard/domain/ids';
import { noSwitches, type Queue, withDefaults } from '@switchboard/domain/queue/queue';
import { hashOf, newSecret } from '@switchboard/server/http/secrets';
import { recordSession } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';

/** What every customer of a benchmark has in common: one queue, one contact to hand calls over to. */
export const bench = {
  applicationId: 'be2c4000-0000-4000-8000-0000000000a1',
  instanceId: instanceId('be2c4000-0000-4000-8000-000000000100'),
  targetId: personId('be2c4000-0000-4000-8000-0000000000f1'),
  /** As short as may be: the calls of this time are all under way at once. In milliseconds. */
  settle: 1_500,
} as const;

/** The customers of a benchmark, the first of them first. */
export const benchTenants = (count: number): readonly TenantId[] =>
  Array.from({ length: count }, (_, n) =>
    tenantId(`be2c4000-0000-4000-8000-1${String(n).padStart(11, '0')}`),
  );

/** Somebody who is signed in at the benchmark's server. */
export interface BenchOperator {
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
  /** Of their session: what the cookie holds. */
  readonly token: string;
}

/** Greets nobody, so that an answered caller waits at once. */
const benchQueue = (id: TenantId): Queue => ({
  tenantId: id,
  queueId: queueId('reception'),
  name: 'Reception',
  instanceId: bench.instanceId,
  number: '+442079460100',
  settings: withDefaults({
    music: { url: 'https://switchboard.example/media/music.wav', resourceId: 'music', milliseconds: 60_000 },
    settle: bench.settle,
  }),
  switches: noSwitches,
});

/** Enters a tenant with its queue, its contact and so many operators. */
export async function enterTenant(
  store: Store,
  id: TenantId,
  operators: number,
): Promise<readonly BenchOperator[]> {
  const now = Date.now();
  await putTenant(store, { tenantId: id, name: 'Contoso' }, now);
  await putQueue(store, benchQueue(id));
  await store
    .insertInto('people')
    .values({
      tenant_id: id,
      person_id: bench.targetId,
      name: 'Megan Bowen',
      search_text: ' megan bowen',
      data: { personId: bench.targetId, name: 'Megan Bowen' },
    })
    .execute();
  const entered: BenchOperator[] = [];
  for (let n = 0; n < operators; n += 1) {
    const operatorId = personId(crypto.randomUUID());
    await putOperator(store, {
      tenantId: id,
      operatorId,
      name: `Operator ${n}`,
      userPrincipalName: `operator${n}@contoso.example`,
      queueIds: [queueId('reception')],
    });
    const token = newSecret();
    const expiresAt = now + 3_600_000;
    await recordSession(store, { tokenHash: hashOf(token), tenantId: id, operatorId, expiresAt });
    entered.push({ tenantId: id, operatorId, token });
  }
  return entered;
}
