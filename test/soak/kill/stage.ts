import { instanceId, personId, queueId, type TenantId, tenantId } from '@switchboard/domain/ids';
import type { QueueSettings } from '@switchboard/domain/queue/queue';
import { must } from '@switchboard/kit/assert';
import { silentLogger } from '@switchboard/kit/logger';
import { createPrompts } from '@switchboard/server/media/prompts';
import { type Simulator, startSimulator } from '@switchboard/simulator/start';
import { openStore, type Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';
import { createTestDatabase } from '@switchboard/store/testing/test-database';
import { closeTestRun, openTestRun } from '@switchboard/store/testing/test-run';
import { freePort } from '../../journeys/support/free-port.ts';
import { openSession } from '../../journeys/support/open-session.ts';
import { serverEnvironment } from '../../journeys/support/server-environment.ts';
import { untilDirectoryRead } from '../../journeys/support/until-directory-read.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { ServerSlot } from './server-slot.ts';

/** Everything, for real: PostgreSQL, Microsoft 365 in this process, two servers in their own behind a balancer. */
export interface Stage {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly balancer: Balancer;
  readonly slots: readonly ServerSlot[];
  readonly tenant: TenantId;
  readonly operators: readonly string[];
  readonly colleagues: readonly string[];
  /** A session of an operator, for consoles. */
  session(operator: string): Promise<string>;
  /** Until the servers have read the directory: nobody can be put through to whom they do not know. */
  untilDirectory(): Promise<void>;
}

interface Queues {
  readonly reception: Partial<QueueSettings>;
  readonly serviceDesk: Partial<QueueSettings>;
}

/** All in milliseconds. Short, so that much happens in little time. */
const times = {
  operatorRing: 5_000,
  transferRing: 4_000,
  settle: 1_000,
  check: 3_000,
  offerTime: 3_000,
  parkTime: 8_000,
  campTime: 8_000,
};

const operatorCount = 6;
const colleagueCount = 10;

/** @param atEnd takes what must be stopped, last first, whatever happens */
export async function openStage(seed: number, atEnd: (stop: () => Promise<unknown>) => void): Promise<Stage> {
  const run = await openTestRun(process.env['DATABASE_URL']);
  atEnd(() => closeTestRun(run));
  const database = await createTestDatabase(run);
  atEnd(() => database.drop());
  const ports = [await freePort(), await freePort()];
  const balancer = await startBalancer(ports);
  atEnd(() => balancer.close());
  const simulator = await startSimulator({
    people: 300,
    seed,
    webhook: `${balancer.url}/api/calls`,
    redirectUris: [`${balancer.url}/auth/callback`],
    log: silentLogger,
  });
  atEnd(() => simulator.stop());
  const store = openStore(database.url, silentLogger, 3);
  atEnd(() => store.destroy());
  const tenant = tenantId(simulator.contoso.tenantId);
  const people = peopleAtWork(simulator);
  const operators = people.slice(0, operatorCount);
  await enter(store, simulator, balancer.url, operators);
  const slots = ports.map(
    (port) =>
      new ServerSlot(port, {
        ...serverEnvironment(simulator, database.url, balancer.url),
        SWITCHBOARD_LOG_LEVEL: 'warn',
      }),
  );
  for (const slot of slots) atEnd(() => slot.stop());
  return {
    simulator,
    store,
    balancer,
    slots,
    tenant,
    operators,
    colleagues: people.slice(operatorCount, operatorCount + colleagueCount),
    session: (operator) =>
      openSession(store, { tenantId: tenant, operatorId: personId(operator) }, 7 * 24 * 3_600_000),
    untilDirectory: () => untilDirectoryRead(store),
  };
}

/** The two operators whom Contoso has, then others whose Teams can ring. */
function peopleAtWork({ world, contoso, control }: Simulator): readonly string[] {
  const others: string[] = [];
  for (let at = 0; at < world.directory.end && others.length < operatorCount + colleagueCount; at += 1) {
    const person = world.directory.at(at);
    const fits = person?.kind === 'member' && person.accountEnabled && !person.isOperator;
    if (fits) others.push(person.id);
  }
  const people = [contoso.people.eva, contoso.people.omar, ...others];
  for (const id of people) control.setPresence(id, { availability: 'Available', activity: 'Available' });
  return people;
}

async function enter(
  store: Store,
  { contoso, world }: Simulator,
  publicUrl: string,
  operators: readonly string[],
): Promise<void> {
  const tenant = tenantId(contoso.tenantId);
  const { greeting, music, sorry, closed } = createPrompts(publicUrl);
  await putTenant(store, { tenantId: tenant, name: contoso.tenantName }, Date.now());
  const serviceDesk = queueId('service-desk');
  const sendOff = { closed: { destination: { to: 'message' }, message: closed } } as const;
  const settings: Queues = {
    reception: {
      greeting,
      maxWaiting: 15,
      diversions: { ...sendOff, full: { destination: { to: 'message' }, message: sorry } },
    },
    serviceDesk: {
      strategy: 'longestIdle',
      maxWait: 30_000,
      diversions: {
        ...sendOff,
        waitedTooLong: { destination: { to: 'queue', queueId: queueId('reception') } },
      },
    },
  };
  for (const [id, queue, own] of [
    [queueId('reception'), contoso.queues.reception, settings.reception],
    [serviceDesk, contoso.queues.serviceDesk, settings.serviceDesk],
  ] as const) {
    const { displayName: name, number } = queue;
    const instance = instanceId(queue.id);
    const all = { ...times, music, ...own };
    await putQueue(store, {
      tenantId: tenant,
      queueId: id,
      name,
      instanceId: instance,
      number,
      settings: all,
    });
  }
  for (const id of operators) {
    const { displayName: name, userPrincipalName } = must(world.directory.find(id), 'an operator');
    const queueIds = [queueId('reception'), serviceDesk];
    await putOperator(store, {
      tenantId: tenant,
      operatorId: personId(id),
      name,
      userPrincipalName,
      queueIds,
    });
  }
}
