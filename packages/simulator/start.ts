import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Clock, createClock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Logger } from '@switchboard/kit/logger';
import Fastify, { type FastifyInstance } from 'fastify';
import { accountsOfWorld } from './accounts-of-world.ts';
import { ContactControl } from './control/contact-control.ts';
import { registerContactControl } from './control/contact-routes.ts';
import { Control } from './control/control.ts';
import { registerControl } from './control/control-routes.ts';
import { registerEventStream } from './control/event-stream.ts';
import { registerFaultControl } from './control/fault-routes.ts';
import { PlatformControl } from './control/platform-control.ts';
import { registerPostControl } from './control/post-control.ts';
import { TenantControl } from './control/tenant-control.ts';
import { registerTenantControl } from './control/tenant-routes.ts';
import { createEntra } from './entra/entra.ts';
import { FaultDial } from './faults/fault-dial.ts';
import type { FaultChange } from './faults/fault-settings.ts';
import type { CallApplication } from './graph-api/calls/call-context.ts';
import { createGraphApi, type GraphApi } from './graph-api/graph-api.ts';
import { makeCertificate } from './graph-api/wire/certificate.ts';
import { registerPages } from './pages/pages.ts';
import { playScript } from './scenarios/play-script.ts';
import { type ScenarioOptions, startScenario } from './scenarios/scenario.ts';
import type { Script } from './scenarios/script.ts';
import { contoso } from './world/contoso.ts';
import { registration } from './world/registration.ts';
import { setSampleDays } from './world/sample-days.ts';
import type { WorldSettings } from './world/settings.ts';
import { stoppable } from './world/stoppable-clock.ts';
import { World } from './world/world.ts';

export interface SimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Also listens on https, with a certificate of its own making; genuine Microsoft clients refuse http. */
  readonly tls?: boolean;
  readonly tlsPort?: number;
  /** The address by which others reach it, without a slash at its end; default: the https address, else the http one. */
  readonly publicUrl?: string;
  /** Where the application's incoming calls are announced. May be set later by `setWebhook`. */
  readonly webhook?: string;
  /** Addresses to which signing in may return; added to the loopback ones. */
  readonly redirectUris?: readonly string[];
  /** Certificates of the application in PEM, for signing in without its secret. */
  readonly certificates?: readonly string[];
  /** What the administrator has consented to for people; default: all that the registration asks for. */
  readonly delegatedPermissions?: readonly string[];
  /** What people have consented to for themselves, besides, by their object ids. */
  readonly consentedBy?: Readonly<Record<string, readonly string[]>>;
  /** What the application itself may do; default: all that the registration asks for. */
  readonly applicationPermissions?: readonly string[];
  readonly seed?: number;
  readonly people?: number;
  /** Default: the machine's. A ManualClock lets a test move the time. */
  readonly clock?: Clock;
  readonly newId?: IdSource;
  readonly settings?: Partial<WorldSettings>;
  readonly scenario?: Partial<Omit<ScenarioOptions, 'seed'>>;
  /** What goes wrong from the start; turned later by `faults.set`. */
  readonly faults?: FaultChange;
  /** The fixed people have days worth looking at; without it days are by chance alone. */
  readonly sampleDays?: boolean;
  /** A story that is played from the start. */
  readonly script?: Script;
  readonly log: Logger;
}

export interface Simulator {
  /** Without a slash at its end; Graph is at `/v1.0`, Entra ID at `/{tenant}`. */
  readonly url: string;
  readonly tlsUrl: string | undefined;
  /** PEM; what a client must trust to speak to `tlsUrl`. */
  readonly certificateAuthority: string | undefined;
  readonly contoso: typeof contoso;
  readonly world: World;
  readonly control: Control;
  /** What can go wrong at Microsoft, to be turned at any time. */
  readonly faults: FaultDial;
  /** The platform's own view of its calls: it can forget them, and have some that nobody was told of. */
  readonly platform: PlatformControl;
  setWebhook(webhook: string): void;
  /** Plays a story from its beginning; one that is being played ends. */
  play(script: Script): void;
  /** Resolves when no notification and no fetch is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface Application extends CallApplication {
  webhook: string | undefined;
}

/** Entra ID for Contoso's people and its one registered application. */
const createContosoEntra = (options: SimulatorOptions, world: World, publicUrl: () => string) =>
  createEntra({
    clock: world.clock,
    tenantId: contoso.tenantId,
    tenantName: contoso.domain,
    apps: [
      {
        applicationId: registration.applicationId,
        displayName: registration.displayName,
        secrets: [registration.clientSecret],
        certificates: [...(options.certificates ?? [])],
        redirectUris: [...registration.redirectUris, ...(options.redirectUris ?? [])],
        applicationPermissions: [...(options.applicationPermissions ?? registration.applicationPermissions)],
        delegatedPermissions: [...(options.delegatedPermissions ?? registration.delegatedPermissions)],
        ...(options.consentedBy === undefined ? {} : { consentedBy: options.consentedBy }),
      },
    ],
    accounts: accountsOfWorld(world.directory),
    publicUrl,
  });

/** Starts a Microsoft 365 for the tenant Contoso: Entra ID, Graph, its people, its telephones and its pages. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const wall = stoppable(createClock({ now: Date.now, setTimeout, clearTimeout }));
  const own = options.clock ? stoppable(options.clock) : wall;
  const seed = options.seed ?? 1;
  const world = new World({
    clock: own.clock,
    newId: options.newId ?? randomUUID,
    seed,
    people: options.people ?? 2_000,
    ...(options.settings ? { settings: options.settings } : {}),
  });
  if (options.sampleDays === true) setSampleDays(world);
  const application: Application = {
    applicationId: registration.applicationId,
    displayName: registration.displayName,
    webhook: options.webhook,
    applicationPermissions: options.applicationPermissions ?? registration.applicationPermissions,
  };
  let address = options.publicUrl ?? '';
  const entra = await createContosoEntra(options, world, () => address);
  const faults = new FaultDial({ world, seed, forgetCall: (callId) => graph.forget(callId) });
  faults.set(options.faults ?? {});
  const graph: GraphApi = createGraphApi({
    world,
    tenantId: contoso.tenantId,
    applications: [application],
    tokens: entra,
    publicUrl: () => address,
    principals: entra.grantedPrincipals,
    faults: faults.doors,
  });
  const control = new Control({ world, settled: graph.settled, pressed: graph.pressed });
  const app = Fastify({ forceCloseConnections: true });
  entra.register(app);
  await graph.register(app);
  registerControl(app, control);
  registerTenantControl(app, new TenantControl(world));
  registerContactControl(app, new ContactControl(world));
  registerPostControl(app, world);
  const platform = new PlatformControl(world, graph);
  registerFaultControl(app, faults, platform);
  registerEventStream(app, world, wall.clock);
  registerPages(app, { control, world });

  const listening = await listen(app, options, wall.clock);
  address = options.publicUrl ?? listening.tlsUrl ?? listening.url;
  const stopScenario = startScenario(control, own.clock, {
    seed,
    callsPerMinute: options.scenario?.callsPerMinute ?? 0,
    operators: options.scenario?.operators ?? 'manual',
    presenceChangesPerMinute: options.scenario?.presenceChangesPerMinute ?? 0,
    presenceChangesPerSecond: options.scenario?.presenceChangesPerSecond ?? 0,
  });
  let stopScript = (): void => undefined;
  const play = (script: Script): void => {
    stopScript();
    stopScript = playScript({ control, platform, faults, clock: own.clock, seed }, script);
  };
  if (options.script !== undefined) play(options.script);
  options.log.info('simulator listens', {
    url: listening.url,
    tlsUrl: listening.tlsUrl,
    people: world.directory.end,
  });
  return {
    ...listening,
    contoso,
    world,
    control,
    faults,
    platform,
    play,
    setWebhook(webhook) {
      application.webhook = webhook;
    },
    settled: graph.settled satisfies GraphApi['settled'],
    async stop() {
      stopScript();
      stopScenario();
      own.stop();
      await listening.close();
      wall.stop();
    },
  };
}

interface Listening {
  readonly url: string;
  readonly tlsUrl: string | undefined;
  readonly certificateAuthority: string | undefined;
  readonly close: () => Promise<void>;
}

/** One set of routes behind one or two listeners. */
async function listen(app: FastifyInstance, options: SimulatorOptions, wall: Clock): Promise<Listening> {
  const host = options.host ?? '127.0.0.1';
  const { port } = new URL(await app.listen({ port: options.port ?? 0, host }));
  const url = `http://localhost:${port}`;
  if (!options.tls)
    return { url, tlsUrl: undefined, certificateAuthority: undefined, close: () => app.close() };
  const certificate = await makeCertificate(['localhost'], wall.now());
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) =>
    app.routing(request, response),
  );
  try {
    await listenOn(server, options.tlsPort ?? 0, host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    url,
    tlsUrl: `https://localhost:${(server.address() as AddressInfo).port}`,
    certificateAuthority: certificate.authority,
    async close() {
      // Whoever follows the event stream would keep the connection for ever.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, app.close()]);
    },
  };
}

const listenOn = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
