import { type InstanceId, instanceId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import { noSwitches, type Queue, withDefaults } from '@switchboard/domain/queue/queue';
import { hashOf, newSecret } from '@switchboard/server/http/secrets';
import { recordSession } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';

/** The one customer of a benchmark. Its queue greets nobody, so that an answered caller waits at once. */
export const bench = {
  tenantId: tenantId('be2c4000-0000-4000-8000-000000000001'),
  applicationId: 'be2c4000-0000-4000-8000-0000000000a1',
  instanceId: instanceId('be2c4000-0000-4000-8000-000000000100') satisfies InstanceId,
} as const;

export const benchQueue: Queue = {
  tenantId: bench.tenantId,
  queueId: queueId('reception'),
  name: 'Reception',
  instanceId: bench.instanceId,
  number: '+442079460100',
  settings: withDefaults({
    music: { url: 'https://switchboard.example/media/music.wav', resourceId: 'music', milliseconds: 60_000 },
  }),
  switches: noSwitches,
};

/** Enters tenant, queue and operators. Returns a session token for each operator. */
export async function enterTenant(store: Store, operators: number): Promise<readonly string[]> {
  const now = Date.now();
  await putTenant(store, { tenantId: bench.tenantId, name: 'Contoso' }, now);
  await putQueue(store, benchQueue);
  const tokens: string[] = [];
  for (let n = 0; n < operators; n += 1) {
    const operatorId = personId(crypto.randomUUID());
    await putOperator(store, {
      tenantId: bench.tenantId,
      operatorId,
      name: `Operator ${n}`,
      userPrincipalName: `operator${n}@contoso.example`,
      queueIds: [benchQueue.queueId],
    });
    const token = newSecret();
    const tokenHash = hashOf(token);
    await recordSession(store, {
      tokenHash,
      tenantId: bench.tenantId,
      operatorId,
      expiresAt: now + 3_600_000,
    });
    tokens.push(token);
  }
  return tokens;
}
