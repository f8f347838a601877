import type { TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { lanes, mailboxLane, type RequestKind } from './request-kind.ts';

/** Gives the place in a lane back. Called once. */
export type LeaveLane = () => void;

interface Lane {
  inFlight: number;
  /** Who waits for a place, in the order of coming. */
  readonly waiting: Set<() => void>;
}

/**
 * How many requests are on their way, for each tenant and kind: a directory that is read whole never takes the
 * connections, or the patience of Graph, that calls need. Connections themselves are not scarce: `fetch` opens another
 * one whenever all are busy.
 */
export class RequestLanes {
  readonly #clock: Clock;
  readonly #room: Readonly<Record<RequestKind, number>>;
  readonly #lanes = new Map<string, Lane>();

  constructor(clock: Clock, room: Readonly<Record<RequestKind, number>> = lanes) {
    this.#clock = clock;
    this.#room = room;
  }

  /**
   * A place in the lane, first come first served; undefined when none has come free within `patienceMs`. A request to
   * somebody's mailbox takes the lane of that mailbox instead of the one of its kind.
   */
  async enter(
    tenantId: TenantId,
    kind: RequestKind,
    patienceMs: number,
    mailbox?: string,
  ): Promise<LeaveLane | undefined> {
    const key = mailbox === undefined ? `${tenantId} ${kind}` : `${tenantId} mailbox ${mailbox}`;
    const room = mailbox === undefined ? this.#room[kind] : mailboxLane;
    const lane = this.#lanes.get(key) ?? { inFlight: 0, waiting: new Set() };
    this.#lanes.set(key, lane);
    if (lane.inFlight < room) lane.inFlight += 1;
    else if (!(await this.#turn(lane, patienceMs))) return undefined;
    return () => this.#leave(key, lane);
  }

  /** True when the place of somebody who left was handed over. */
  #turn(lane: Lane, patienceMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const take = (): void => {
        cancel();
        resolve(true);
      };
      const cancel = this.#clock.after(patienceMs, () => {
        lane.waiting.delete(take);
        resolve(false);
      });
      lane.waiting.add(take);
    });
  }

  #leave(key: string, lane: Lane): void {
    const [next] = lane.waiting;
    if (next !== undefined) {
      lane.waiting.delete(next);
      next();
      return;
    }
    lane.inFlight -= 1;
    if (lane.inFlight === 0) this.#lanes.delete(key);
  }
}
