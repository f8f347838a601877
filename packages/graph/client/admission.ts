import type { Clock } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { GraphProblem } from './graph-problem.ts';
import type { GraphRequest } from './graph-request.ts';
import { type LeaveLane, RequestLanes } from './request-lanes.ts';
import type { ResourcePace } from './resource-pace.ts';
import { longestWaitMs } from './retry-table.ts';
import type { ThrottleGate } from './throttle-gate.ts';

/**
 * A caller who rings is lost after 15 s: what Graph said to another request is obeyed for so long, in milliseconds, and
 * where it wants more the answer is sent all the same. The worst that it can say is no.
 */
const longestUrgentWaitMs = 5_000;

/** Decides when a request may go out: after Graph's pauses, and after those of its kind that are on their way. */
export class Admission {
  readonly #clock: Clock;
  readonly #gate: ThrottleGate;
  readonly #pace: ResourcePace;
  readonly #lanes: RequestLanes;

  constructor(clock: Clock, gate: ThrottleGate, pace: ResourcePace) {
    this.#clock = clock;
    this.#gate = gate;
    this.#pace = pace;
    this.#lanes = new RequestLanes(clock);
  }

  /** A place on the way, to be given back when the answer is there; or why the request is not sent. */
  async admit(request: GraphRequest): Promise<Result<LeaveLane, GraphProblem>> {
    const { tenantId, kind, mailbox } = request;
    for (;;) {
      if (request.urgent === true && this.#waitAtGate(request) > longestUrgentWaitMs) return ok(() => {});
      const held = await this.#passGate(request);
      if (held !== undefined) return refused(held);
      if (request.urgent === true) return ok(() => {});
      const leave = await this.#lanes.enter(tenantId, kind, longestWaitMs, mailbox);
      if (leave === undefined) return refused(crowded(request));
      if (this.#gate.waitMs(tenantId, kind, mailbox) <= 0 && this.#slowness(request) <= 0) return ok(leave);
      // The gate closed, or the tenant slowed down, while the request stood in line.
      leave();
    }
  }

  #waitAtGate({ tenantId, kind, mailbox }: GraphRequest): number {
    return this.#gate.waitMs(tenantId, kind, mailbox);
  }

  /** Only what comes from the directory itself is counted in resource units. */
  #slowness({ tenantId, kind, mailbox, priority }: GraphRequest): number {
    return kind === 'directory' && mailbox === undefined ? this.#pace.waitMs(tenantId, priority) : 0;
  }

  /** Waits at the gate, if the request may wait; undefined when it may be sent. */
  async #passGate(request: GraphRequest): Promise<GraphProblem | undefined> {
    for (;;) {
      const wait = this.#waitAtGate(request);
      const slowness = wait <= 0 ? this.#slowness(request) : 0;
      if (slowness > 0) {
        await pause(slowness, this.#clock);
        continue;
      }
      if (wait <= 0) return undefined;
      if (request.retry === 'never' || wait > longestWaitMs) return heldBack(request, wait);
      await pause(wait, this.#clock);
    }
  }
}

export const pause = (milliseconds: number, clock: Clock): Promise<void> =>
  new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });

const heldBack = ({ kind }: GraphRequest, retryAfterMs: number): GraphProblem => ({
  kind: 'throttled',
  status: 429,
  code: 'heldBack',
  message: `Not sent: Graph throttles this tenant (${kind} requests wait ${retryAfterMs} ms)`,
  retryAfterMs,
});

const crowded = ({ kind }: GraphRequest): GraphProblem => ({
  kind: 'unavailable',
  sent: 'no',
  status: 0,
  code: 'crowded',
  message: `Not sent: too many ${kind} requests of this tenant wait for Graph's answer`,
});
