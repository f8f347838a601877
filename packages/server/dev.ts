import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { faultsFrom, scriptFrom } from '@switchboard/simulator/command-line';
import { startSimulator } from '@switchboard/simulator/start';
import { openStore } from '@switchboard/store/access/store';
import { resetEmbeddedPostgres, startEmbeddedPostgres } from '@switchboard/store/embedded/embedded-postgres';
import { migrate } from '@switchboard/store/migrations/migrate';
import { processEnvironment, readConfig } from './config/env.ts';
import { startServer } from './context.ts';
import { banner } from './dev/banner.ts';
import { contosoQueues } from './dev/contoso-queues.ts';
import { type DevOptions, devHelp, readDevOptions } from './dev/options.ts';
import { ownSettings } from './dev/own-settings.ts';
import { type Seed, seedTenant } from './dev/seed.ts';
import { callbackPath } from './ingest/notifications.ts';
import { createLog } from './log.ts';
import { createPrompts } from './media/prompts.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const stoppers: (() => Promise<void>)[] = [];
let isStopping = false;

/** By which the command line administers this server. */
const adminTokenFile = 'admin-token';
/** By which the tokens of operators are sealed. */
const sealKeyFile = 'token-key';

/** Ctrl-C ends everything within this time, in milliseconds, whatever hangs; more of it for a busy machine. */
const patience = Number(processEnvironment()['SWITCHBOARD_STOP_WITHIN_MS'] ?? 2_800);

function stop(code: number): void {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(code), patience).unref();
  void stopAll().finally(() => process.exit(code));
}

async function stopAll(): Promise<void> {
  for (const each of stoppers.reverse()) await each().catch(() => undefined);
}

async function startSimulated(options: DevOptions, publicUrl: string, log: Logger) {
  const port = options.port + 1;
  const simulator = await startSimulator({
    port,
    people: options.people,
    sampleDays: true,
    webhook: `${publicUrl}${callbackPath}`,
    redirectUris: [`${publicUrl}/auth/callback`, `${publicUrl}/`],
    scenario: { callsPerMinute: options.callsPerMinute },
    faults: faultsFrom(undefined, options.faults),
    log,
  });
  stoppers.push(() => simulator.stop());
  return simulator;
}

function seedOf({ contoso, world }: Awaited<ReturnType<typeof startSimulator>>): Seed {
  const queues = Object.entries(contoso.queues).map(([id, queue]) => ({
    id,
    name: queue.displayName.replace(`${contoso.tenantName} `, ''),
    instance: queue.id,
    number: queue.number,
  }));
  const operators = [contoso.people.eva, contoso.people.omar].flatMap((id) => {
    const person = world.directory.find(id);
    return person === undefined
      ? []
      : [{ id, name: person.displayName, userPrincipalName: person.userPrincipalName }];
  });
  return { tenant: { id: contoso.tenantId, name: contoso.tenantName }, queues, operators };
}

async function start(options: DevOptions): Promise<void> {
  const log = createLog(processEnvironment()['SWITCHBOARD_LOG_LEVEL'] ?? 'warn');
  const directory = path.resolve(options.data, 'postgres');
  const onProgress = (step: string): void => say(`  ${step} …`);
  if (options.reset) await resetEmbeddedPostgres({ directory, log });
  const database = await startEmbeddedPostgres({ directory, log, onProgress });
  stoppers.push(() => database.stop());
  if (database.sharedWith !== undefined) throw new Error(inUse(options, database.sharedWith));
  const publicUrl = `http://localhost:${options.port}`;
  say('  starting the simulated Microsoft 365 …');
  const script = options.scenario === undefined ? undefined : scriptFrom(options.scenario);
  const simulator = await startSimulated(options, publicUrl, log);
  const settings = ownSettings(processEnvironment());
  const tokenFile =
    settings['SWITCHBOARD_ADMIN_TOKEN'] === undefined ? path.join(options.data, adminTokenFile) : undefined;
  const config = readConfig({
    ...(tokenFile === undefined ? {} : { SWITCHBOARD_ADMIN_TOKEN: await keepSecret(tokenFile, 'base64url') }),
    SWITCHBOARD_TOKEN_KEY: await keepSecret(path.join(options.data, sealKeyFile), 'base64'),
    SWITCHBOARD_HOST: '127.0.0.1',
    SWITCHBOARD_PORT: String(options.port),
    SWITCHBOARD_PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    SWITCHBOARD_SEARCH_FOLDER: path.resolve(options.data, 'search'),
    ENTRA_LOGIN_URL: simulator.url,
    ENTRA_CLIENT_ID: simulator.contoso.applicationId,
    ENTRA_CLIENT_SECRET: simulator.contoso.clientSecret,
    GRAPH_URL: `${simulator.url}/v1.0`,
    GRAPH_NOTIFICATIONS_OPENID_URL: `${simulator.url}/v1/.well-known/OpenIdConfiguration`,
    ...settings,
  });
  if (!config.ok) throw new Error(config.refusal.join('\n'));
  await migrate(database.url, log);
  const store = openStore(database.url, log, 2);
  const seed = seedOf(simulator);
  const prompts = createPrompts(publicUrl);
  await seedTenant(store, seed, prompts, Date.now(), contosoQueues(prompts));
  await store.destroy();
  say('  starting the server …');
  const server = await startServer(config.value, log);
  stoppers.push(() => server.stop());
  // Not before somebody is there to take the calls.
  if (script !== undefined) simulator.play(script);
  say(banner({ consoleUrl: publicUrl, simulatorUrl: simulator.url, operators: seed.operators, tokenFile }));
}

/** 32 random bytes that are made once and kept with the data. */
async function keepSecret(name: string, encoding: 'base64' | 'base64url'): Promise<string> {
  const file = path.resolve(name);
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.trim().length >= 32) return known.trim();
  const token = randomBytes(32).toString(encoding);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return token;
}

/** Two servers on one database are well, two simulated Microsofts behind it are not: each knows its own calls only. */
const inUse = ({ data, port }: DevOptions, owner: number): string =>
  `The data in ${data} is in use by a Switchboard that runs already (process ${owner}). Stop that one, or start this one beside it: npm start -- --data ${data}-2 --port ${port + 1000}`;

/** A sentence with a way out for what a person meets most. */
function explain(error: Error, options: DevOptions): string {
  const { code, port } = error as Error & { code?: string; port?: number };
  if (code !== 'EADDRINUSE') return error.message;
  const taken = port ?? options.port;
  return `Port ${taken} is in use by another program. Stop that one, or choose another: npm start -- --port ${options.port + 1000}`;
}

const options = readDevOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.refusal}\nnpm start -- --help lists the options.\n`);
  process.exit(2);
} else if (options.value === 'help') {
  say(devHelp);
} else {
  const chosen = options.value;
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  start(chosen).catch((error: unknown) => {
    if (isStopping) return;
    process.stderr.write(`\nSwitchboard could not start: ${explain(asError(error), chosen)}\n`);
    stop(1);
  });
}
