import { instanceId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import { withDefaults } from '@switchboard/domain/queue/queue';
import { silentLogger } from '@switchboard/kit/logger';
import { createPrompts } from '@switchboard/server/media/prompts';
import { type Simulator, startSimulator } from '@switchboard/simulator/start';
import { openStore, type Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';
import { freePort } from '../../test/journeys/support/free-port.ts';
import { serverEnvironment } from '../../test/journeys/support/server-environment.ts';
import { signIn } from '../../test/journeys/support/sign-in.ts';
import { until } from '../../test/journeys/support/until.ts';
import { untilDirectoryRead } from '../../test/journeys/support/until-directory-read.ts';
import { startChild } from '../stage/child-server.ts';
import { serverFile } from '../stage/server-environment.ts';
import type { Ground } from '../stage/side.ts';
import { type Door, openDoor } from './door.ts';

/** A directory of a hundred thousand is read in about a minute. In milliseconds. */
const fillPatience = 600_000;
const callPatience = 120_000;

/** The real server, a directory of many people, and calls that wait: what a console shows in the busiest hour. */
export interface ConsoleWorld {
  readonly url: string;
  readonly simulator: Simulator;
  /** Of an operator who is signed in at Microsoft. */
  readonly session: string;
  /** Through which Microsoft's notices come. */
  readonly door: Door;
  readonly complaints: readonly string[];
  /** Another caller, under a name that nobody else has. */
  dial(): { readonly lineId: string; readonly name: string };
  /** Calls that wait, by the database. */
  waiting(): Promise<number>;
}

export async function startConsoleWorld(ground: Ground, people: number): Promise<ConsoleWorld> {
  const databaseUrl = await ground.databases.create(`console_${people}`);
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const door = await openDoor(publicUrl);
  ground.atEnd(() => door.close());
  const redirectUris = [`${publicUrl}/auth/callback`, `${publicUrl}/`];
  const webhook = `${door.url}/api/calls`;
  const simulator = await startSimulator({
    ...{ people, redirectUris, webhook, sampleDays: true, log: silentLogger },
  });
  ground.atEnd(() => simulator.stop());
  const store = openStore(databaseUrl, silentLogger, 2);
  ground.atEnd(() => store.destroy());
  await enterContoso(store, simulator, publicUrl);
  const env = {
    ...serverEnvironment(simulator, databaseUrl, publicUrl),
    SWITCHBOARD_HOST: '127.0.0.1',
    SWITCHBOARD_PORT: String(port),
    SWITCHBOARD_LOG_LEVEL: 'info',
  };
  const server = await startChild(serverFile, { env, flags: ground.flags });
  ground.atEnd(() => server.stop());
  ground.say(`console: reading a directory of ${people}`);
  await untilDirectoryRead(store, fillPatience);
  const session = await signIn(publicUrl, simulator.contoso.people.eva);
  let callers = 0;
  return {
    url: publicUrl,
    simulator,
    session,
    door,
    complaints: server.complaints,
    dial() {
      callers += 1;
      const name = `Caller ${1_000 + callers}`;
      const from = `+1555${String(1_000_000 + callers)}`;
      const line = simulator.control.dial({ from, to: simulator.contoso.queues.reception.number, name });
      if (!line.ok) throw new Error(`nobody can call: ${JSON.stringify(line.refusal)}`);
      return { lineId: line.value.id, name };
    },
    waiting: () => countWaiting(store),
  };
}

/** Lets so many callers dial, a few at a time, and waits until all of them wait. */
export async function fillLine(world: ConsoleWorld, calls: number): Promise<string[]> {
  const lines: string[] = [];
  for (let n = 0; n < calls; n += 1) {
    lines.push(world.dial().lineId);
    const least = n - 8;
    await until('callers wait', async () => (await world.waiting()) >= least, callPatience);
  }
  await until(`${calls} callers wait`, async () => (await world.waiting()) >= calls, callPatience);
  return lines;
}

async function enterContoso(store: Store, { contoso, world }: Simulator, publicUrl: string): Promise<void> {
  const tenant = tenantId(contoso.tenantId);
  await putTenant(store, { tenantId: tenant, name: contoso.tenantName }, Date.now());
  const { music } = createPrompts(publicUrl);
  await putQueue(store, {
    tenantId: tenant,
    queueId: queueId('reception'),
    name: 'Reception',
    instanceId: instanceId(contoso.queues.reception.id),
    number: contoso.queues.reception.number,
    settings: withDefaults({ music }),
  });
  const eva = world.directory.find(contoso.people.eva);
  await putOperator(store, {
    tenantId: tenant,
    operatorId: personId(contoso.people.eva),
    name: eva?.displayName ?? 'Eva Berg',
    userPrincipalName: eva?.userPrincipalName ?? 'eva.berg@contoso.example',
    queueIds: [queueId('reception')],
  });
}

async function countWaiting(store: Store): Promise<number> {
  const rows = await store.selectFrom('calls').select('call_id').where('state', '=', 'waiting').execute();
  return rows.length;
}
