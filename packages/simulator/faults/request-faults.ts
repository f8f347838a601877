import type { Clock, Instant } from '@switchboard/kit/clock';
import type { NoReply, RequestDoor } from '../graph-api/wire/graph-door.ts';
import type { GraphRequest } from '../graph-api/wire/graph-request.ts';
import { type GraphReply, refuse } from '../graph-api/wire/reply.ts';
import type { WorldLog } from '../world/world-log.ts';
import type { FaultChances } from './fault-chances.ts';
import { natureOf, type RequestKind, type RequestNature } from './request-kind.ts';

export interface RequestFaultParts {
  readonly chances: FaultChances;
  readonly clock: Clock;
  readonly log: WorldLog;
  /** Loses a leg. @returns false when there is none of this id */
  readonly forgetCall: (callId: string) => boolean;
  readonly onChange: () => void;
}

type Failure = 'serverError' | 'unavailable' | 'gatewayTimeout' | 'silence' | 'reset';

/** In this order; the first that is to happen does. */
const failures: readonly Failure[] = ['serverError', 'unavailable', 'gatewayTimeout', 'silence', 'reset'];

const failed: Readonly<Record<Failure, GraphReply | NoReply>> = {
  serverError: refuse(500, 'generalException', 'An internal server error occurred.'),
  unavailable: refuse(503, 'serviceNotAvailable', 'The service is temporarily unavailable.'),
  gatewayTimeout: refuse(504, 'GatewayTimeout', 'The service did not answer in time.'),
  silence: 'silence',
  reset: 'reset',
};

const appliesTo = (kinds: readonly RequestKind[], kind: RequestKind): boolean =>
  kinds.length === 0 || kinds.includes(kind);

/** What goes wrong with requests: refused, unanswered or cut, before it was done or after. */
export class RequestFaults implements RequestDoor {
  readonly #parts: RequestFaultParts;
  /** Until when a service answers a tenant with 429. */
  readonly #throttled = new Map<string, Instant>();
  /** What is to become of the reply to a request that is being done. */
  readonly #lostReplies = new WeakMap<GraphRequest, Failure>();

  constructor(parts: RequestFaultParts) {
    this.#parts = parts;
  }

  reset(): void {
    this.#throttled.clear();
  }

  async before(request: GraphRequest): Promise<GraphReply | NoReply | undefined> {
    const nature = natureOf(request.method, request.path);
    this.#forget(nature);
    // Every fault has its occasion, whichever happens in the end.
    const throttled = this.#throttle(request, nature);
    const failure = this.#failure(nature, throttled === undefined);
    if (throttled !== undefined) return throttled;
    if (failure === undefined) return undefined;
    const { name, done } = failure;
    const whether = done ? 'done, and its reply lost' : 'not done';
    this.#tell(`${name}: ${request.method} ${request.path} is ${whether}`);
    if (!done) return failed[name];
    this.#lostReplies.set(request, name);
    return undefined;
  }

  async after(request: GraphRequest, given: GraphReply): Promise<GraphReply | NoReply> {
    const failure = this.#lostReplies.get(request);
    return failure === undefined ? given : failed[failure];
  }

  #forget({ kind, callId }: RequestNature): void {
    const { chances } = this.#parts;
    const fits = callId !== undefined && appliesTo(chances.settings.forget.kinds, kind);
    if (!chances.occasion('forget', fits).happens || callId === undefined) return;
    if (!this.#parts.forgetCall(callId)) return;
    chances.use('forget');
    this.#parts.onChange();
  }

  #throttle(request: GraphRequest, { kind, service }: RequestNature): GraphReply | undefined {
    const { chances, clock } = this.#parts;
    const { kinds, retryAfterSeconds, sticky } = chances.settings.throttle;
    const { happens } = chances.occasion('throttle', appliesTo(kinds, kind));
    const { tenantId, applicationId } = request.token;
    const key = `${service} ${tenantId.toLowerCase()}`;
    const until = this.#throttled.get(key) ?? 0;
    const isThrottled = until > clock.now();
    if (!happens && !isThrottled) return undefined;
    const seconds = isThrottled ? Math.ceil((until - clock.now()) / 1_000) : retryAfterSeconds;
    if (!isThrottled && sticky && retryAfterSeconds !== null)
      this.#throttled.set(key, clock.now() + retryAfterSeconds * 1_000);
    chances.use('throttle');
    this.#tell(`throttle: ${request.method} ${request.path} is not done`);
    return refuse(429, 'TooManyRequests', 'Please retry again later.', {
      ...(seconds === null ? {} : { 'retry-after': String(seconds) }),
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${applicationId}/${tenantId}`,
    });
  }

  #failure(nature: RequestNature, mayHappen: boolean): { name: Failure; done: boolean } | undefined {
    const { chances } = this.#parts;
    let first: { name: Failure; done: boolean } | undefined;
    for (const name of failures) {
      const setting = chances.settings[name];
      const occasion = chances.occasion(name, mayHappen && appliesTo(setting.kinds, nature.kind));
      if (!occasion.happens || first !== undefined) continue;
      const isDone = setting.done === 'always' || (setting.done === 'sometimes' && occasion.chance(1) < 0.5);
      chances.use(name);
      first = { name, done: isDone };
    }
    return first;
  }

  #tell(message: string): void {
    this.#parts.log.add('fault', message);
    this.#parts.onChange();
  }
}
