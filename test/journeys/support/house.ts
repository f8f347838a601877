import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { instanceId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import type { QueueSettings } from '@switchboard/domain/queue/queue';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { createPrompts } from '@switchboard/server/media/prompts';
import { type Simulator, type SimulatorOptions, startSimulator } from '@switchboard/simulator/start';
import { openStore, type Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';
import { testDatabase } from '@switchboard/store/testing/test-database';
import { Console } from './console.ts';
import { freePort } from './free-port.ts';
import { openSession } from './open-session.ts';
import { serverEnvironment } from './server-environment.ts';
import { signIn } from './sign-in.ts';
import { until } from './until.ts';

/** Everything, for real: a database, a Microsoft 365 in this process, and servers in processes of their own. */
export interface House {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly publicUrl: string;
  readonly tenant: ReturnType<typeof tenantId>;
  /** How long things take here, unless a story says otherwise. */
  readonly times: typeof times;
  /** Starts the server, or one more beside it after the one before was killed. */
  startServer(): Promise<void>;
  /** Ends the server as a power cut would. */
  killServer(): Promise<void>;
  /** Another Microsoft in the place of the one before: the same people, who remembers nothing that it was asked. */
  restartMicrosoft(): Promise<void>;
  /** A console of an operator, connected and welcomed. `byPage` signs in at Microsoft, so that there are tokens of theirs. */
  console(operator: 'eva' | 'omar', how?: 'byPage'): Promise<Console>;
  /** An outside caller dials Reception; resolves when the caller waits. */
  dial(from?: string): Promise<string>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  readonly settings?: Partial<QueueSettings>;
  readonly simulator?: Partial<SimulatorOptions>;
  readonly withoutGreeting?: boolean;
  /** Of the server's process, besides what every house has. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Short enough for a test, long enough for a busy machine. */
const times = { operatorRing: 2_500, transferRing: 2_500, settle: 700, check: 1_500 };

const mainFile = path.resolve(import.meta.dirname, '../../../packages/server/main.ts');

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const database = await testDatabase();
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const startMicrosoft = () =>
    startSimulator({
      people: 300,
      webhook: `${publicUrl}/api/calls`,
      redirectUris: [`${publicUrl}/auth/callback`, `${publicUrl}/`],
      clock: createClock({ now: Date.now, setTimeout, clearTimeout }),
      log: silentLogger,
      ...options.simulator,
    });
  let simulator = await startMicrosoft();
  const store = openStore(database.url, silentLogger, 3);
  const tenant = await seed(store, simulator, publicUrl, options);
  const environment = {
    ...serverEnvironment(simulator, database.url, publicUrl, options.simulator?.publicUrl),
    SWITCHBOARD_HOST: '127.0.0.1',
    SWITCHBOARD_PORT: String(port),
    SWITCHBOARD_LOG_LEVEL: process.env['JOURNEY_LOG_LEVEL'] ?? 'error',
    ...options.environment,
  };
  let server: ChildProcess | undefined;
  const consoles: Console[] = [];

  const house: House = {
    get simulator() {
      return simulator;
    },
    store,
    publicUrl,
    tenant,
    times,
    async startServer() {
      server = await startProcess(environment, publicUrl);
    },
    async restartMicrosoft() {
      await simulator.stop();
      simulator = await startMicrosoft();
    },
    async killServer() {
      await endProcess(server, 'SIGKILL');
      server = undefined;
    },
    async console(operator, how) {
      const operatorId = personId(simulator.contoso.people[operator]);
      const token =
        how === 'byPage'
          ? await signIn(publicUrl, operatorId)
          : await openSession(store, { tenantId: tenant, operatorId });
      const console = new Console(publicUrl, token);
      consoles.push(console);
      await console.open();
      return console;
    },
    async dial(from = '+44 20 7946 0999') {
      const { number } = simulator.contoso.queues.reception;
      const line = simulator.control.dial({ from, to: number });
      if (!line.ok) throw new Error(`cannot dial: ${JSON.stringify(line.refusal)}`);
      return line.value.id;
    },
    async stop() {
      for (const console of consoles) console.close();
      await endProcess(server, 'SIGTERM');
      await store.destroy();
      await simulator.stop();
      await database.drop();
    },
  };
  return house;
}

async function seed(store: Store, { contoso, world }: Simulator, publicUrl: string, options: HouseOptions) {
  const tenant = tenantId(contoso.tenantId);
  const { greeting, music } = createPrompts(publicUrl);
  await putTenant(store, { tenantId: tenant, name: contoso.tenantName }, Date.now());
  const { reception } = contoso.queues;
  const queue = queueId('reception');
  await putQueue(store, {
    tenantId: tenant,
    queueId: queue,
    name: 'Reception',
    instanceId: instanceId(reception.id),
    number: reception.number,
    settings: {
      ...times,
      music,
      ...(options.withoutGreeting === true ? {} : { greeting }),
      ...options.settings,
    },
  });
  for (const id of [contoso.people.eva, contoso.people.omar]) {
    const person = world.directory.find(id);
    if (person === undefined) throw new Error(`${id} is not in the simulated directory`);
    await putOperator(store, {
      tenantId: tenant,
      operatorId: personId(id),
      name: person.displayName,
      userPrincipalName: person.userPrincipalName,
      queueIds: [queue],
    });
  }
  return tenant;
}

async function startProcess(env: Record<string, string>, publicUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [mainFile], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  await until('the server answers', async () => {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const response = await fetch(`${publicUrl}/health`).catch(() => undefined);
    return response?.ok === true;
  });
  return child;
}

function endProcess(child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
