import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { ok } from '@switchboard/kit/result';
import { FaultDial } from '@switchboard/simulator/faults/fault-dial';
import { createGraphApi, type GraphApi } from '@switchboard/simulator/graph-api/graph-api';
import { contoso } from '@switchboard/simulator/world/contoso';
import { registration } from '@switchboard/simulator/world/registration';
import type { WorldSettings } from '@switchboard/simulator/world/settings';
import { World } from '@switchboard/simulator/world/world';

export interface MicrosoftOptions {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly seed: number;
  /** Takes a notification; the status that the application answers, or nobody is there. */
  readonly notify: (path: string, body: unknown) => number | undefined;
  /** Milliseconds that the next request, or its answer, is on its way. */
  readonly latency: () => number;
  readonly settings: Partial<WorldSettings>;
  /** Whether the next question how a call stands, or the answer to it, gets a 404 though it goes on; once for a call. */
  readonly isMistaken: () => boolean;
}

/** The simulated Microsoft 365 without a network: the same world, the same Graph, the same faults, in this process. */
export interface Microsoft {
  readonly world: World;
  readonly graph: GraphApi;
  readonly faults: FaultDial;
  /** Nothing goes wrong any more. */
  calm(): void;
  /** Legs that Graph has forgotten: nobody can keep those calls. */
  readonly denied: ReadonlySet<string>;
  /** What the server speaks to Graph with. */
  readonly fetch: typeof fetch;
}

const callsPath = '/api/calls';

/** Where Graph would find the application and Graph itself; nobody resolves these names. */
export const applicationUrl = 'https://switchboard.example';
export const graphUrl = 'https://graph.example/v1.0';

export function createMicrosoft(options: MicrosoftOptions): Microsoft {
  const { clock, newId, seed, notify, settings } = options;
  const world = new World({ clock, newId, seed, people: 12, settings });
  const token = {
    tenantId: contoso.tenantId,
    applicationId: contoso.applicationId,
    roles: registration.applicationPermissions,
    scopes: [],
  };
  const denied = new Set<string>();
  const faults = new FaultDial({
    world,
    seed,
    forgetCall: (callId) => {
      denied.add(callId.toLowerCase());
      return graph.forget(callId);
    },
  });
  const graph: GraphApi = createGraphApi({
    world,
    tenantId: contoso.tenantId,
    applications: [{ ...registration, webhook: `${applicationUrl}${callsPath}` }],
    tokens: {
      verifyGraphToken: async () => ok(token),
      signNotification: async () => 'signed',
      signValidationToken: async () => 'signed',
    },
    publicUrl: () => 'https://graph.example',
    faults: faults.doors,
    fetch: applicationSide(notify, clock),
  });
  let isCalm = false;
  const isMistaken = (): boolean => !isCalm && options.isMistaken();
  const calm = (): void => {
    isCalm = true;
    faults.reset();
  };
  return {
    world,
    graph,
    faults,
    denied,
    calm,
    fetch: graphSide(graph, token, { ...options, isMistaken }),
  };
}

/** What Graph fetches: prompts, and the answers to its notifications. */
function applicationSide(notify: MicrosoftOptions['notify'], clock: Clock): typeof fetch {
  // A new call finds the server that lives, as behind any balancer; other notices may be lost with the one that dies.
  const keepTrying = (path: string, body: unknown): void => {
    clock.after(100, () => {
      if (notify(path, body) === undefined) keepTrying(path, body);
    });
  };
  return async (input, init) => {
    const url = new URL(String(input as string));
    if (init?.method !== 'POST') return answer(200, prompt);
    const body: unknown = JSON.parse(String(init.body as string));
    const status = notify(url.pathname, body);
    if (status !== undefined) return answer(status);
    if (url.pathname !== callsPath) throw new Error('connection refused');
    keepTrying(url.pathname, body);
    return answer(202);
  };
}

/** What the server asks of Graph. */
function graphSide(
  graph: GraphApi,
  token: Parameters<GraphApi['ask']>[0]['token'],
  { clock, latency, isMistaken }: MicrosoftOptions,
): typeof fetch {
  const onItsWay = async (): Promise<void> => {
    const milliseconds = latency();
    if (milliseconds > 0) await new Promise<void>((resolve) => clock.after(milliseconds, resolve));
  };
  /** Legs of which it was said by mistake that they are gone. */
  const misled = new Set<string>();
  return async (input, init) => {
    await onItsWay();
    const url = new URL(String(input as string));
    const headers = new Headers(init?.headers);
    const asked = (init?.method === 'GET' ? aboutCall : answerOf).exec(url.pathname)?.[1];
    if (asked !== undefined && !misled.has(asked.toLowerCase()) && isMistaken()) {
      misled.add(asked.toLowerCase());
      return answer(404, notThere);
    }
    const given = await graph.ask({
      method: init?.method ?? 'GET',
      path: url.pathname.replace(/^\/v1\.0/u, ''),
      query: url.searchParams,
      header: (name) => headers.get(name) ?? undefined,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      token,
    });
    await onItsWay();
    if (given === 'reset') throw new Error('the connection was cut');
    if (given === 'silence') return await untilGivenUp(init?.signal ?? undefined);
    return answer(
      given.status,
      given.body === undefined ? undefined : JSON.stringify(given.body),
      given.headers,
    );
  };
}

const aboutCall = /\/communications\/calls\/([^/]+)$/u;
const answerOf = /\/communications\/calls\/([^/]+)\/answer$/u;
const notThere = '{"error":{"code":"8522","message":"Call not found."}}';

const untilGivenUp = (signal: AbortSignal | undefined): Promise<Response> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('given up')));
  });

/** As much of a Response as both sides read; a real one costs more than all the rest of a world. */
function answer(
  status: number,
  content?: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body =
    content instanceof Uint8Array
      ? Object.assign([content], { cancel: async () => undefined })
      : { cancel: async () => undefined };
  const text = typeof content === 'string' ? content : '';
  const known = { status, ok: status < 400, headers: new Headers(headers), body, text: async () => text };
  return known as unknown as Response;
}

/** How long every prompt of these worlds plays, in milliseconds. */
export const promptTime = 25_000;
const prompt = silentWav(promptTime);

/** A WAV as Graph takes it: PCM, 16 bit, 16 kHz, mono. */
function silentWav(milliseconds: number): Uint8Array {
  const bytes = (milliseconds / 1_000) * 32_000;
  const wav = Buffer.alloc(44 + bytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(16_000, 24);
  wav.writeUInt32LE(32_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  return wav;
}
