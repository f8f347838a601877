import type { CallState } from '@switchboard/domain/call/call-state';
import { evolve } from '@switchboard/domain/call/evolve';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import { readEvents } from '@switchboard/store/feed/read-events';
import { readCallsChangedSince, readLiveCalls } from '@switchboard/store/reads/calls';
import { findTenant, listOperators, listQueues } from '@switchboard/store/tenants/tenants';
import { callRights, canSeeCall, occupies } from '../policies/call-rights.ts';
import { presentCall, withRights } from './present-call.ts';

/** A console that follows the feed. */
export interface FeedListener {
  readonly operator: Operator;
  send(frame: string): void;
}

const batch = 500;
/** A bell may be missed when the standing connection breaks: look once in a while without one. */
const lookEvery = 1_000;
/** Further behind than this a console gets everything anew. */
const longestResume = 5_000;

/** The live calls of one tenant, folded from its events, and the consoles that watch them. */
export class TenantFeed {
  readonly tenantId: TenantId;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #wake = new Wake();
  readonly #calls = new Map<CallId, CallState>();
  readonly #listeners = new Map<FeedListener, { isBusy: boolean }>();
  readonly #names = new Map<string, string>();
  #seq = 0;

  constructor(tenantId: TenantId, store: Store, clock: Clock) {
    this.tenantId = tenantId;
    this.#store = store;
    this.#clock = clock;
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  ring(): void {
    this.#wake.ring();
  }

  async load(): Promise<void> {
    await this.#readNames();
    const { seq, calls } = await readLiveCalls(this.#store, this.tenantId);
    this.#seq = seq;
    this.#calls.clear();
    for (const call of calls) this.#calls.set(call.callId, call);
  }

  async follow(signal: StopSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#catchUp();
      await this.#wake.waitAtMost(lookEvery, this.#clock);
    }
  }

  /** Sends the welcome and everything after it. Nothing that is committed falls between the two. */
  async attach(listener: FeedListener, resumeFrom: number | undefined): Promise<void> {
    const { operator } = listener;
    const gap = resumeFrom === undefined ? -1 : this.#seq - resumeFrom;
    const resumed = resumeFrom !== undefined && gap >= 0 && gap <= longestResume;
    const changed = resumed ? await readCallsChangedSince(this.#store, this.tenantId, resumeFrom) : undefined;
    const me = await this.#presentMe(operator);
    const seq = this.#seq;
    const calls =
      changed === undefined ? [...this.#calls.values()] : changed.calls.map((call) => this.#newest(call));
    const isBusy = this.#isBusy(operator);
    const views = calls
      .filter((call) => canSeeCall(operator, call))
      .map((call) => this.#view(call, operator, isBusy));
    const now = this.#clock.now();
    listener.send(JSON.stringify({ type: 'welcome', seq, now, resumed, me, calls: views }));
    this.#listeners.set(listener, { isBusy });
  }

  detach(listener: FeedListener): void {
    this.#listeners.delete(listener);
  }

  /** The fold is the truth up to its number; of what is not in it any more the row tells the end. */
  #newest(row: CallState): CallState {
    return this.#calls.get(row.callId) ?? row;
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const events = await readEvents(this.#store, this.tenantId, this.#seq, batch);
      if (events.length === 0) return;
      const changed = new Set<CallId>();
      for (const { seq, callId, at, event } of events) {
        this.#calls.set(callId, evolve(this.#calls.get(callId), event, at));
        this.#seq = seq;
        changed.add(callId);
      }
      await this.#learnNames(changed);
      this.#tell(changed);
      for (const id of changed) if (this.#calls.get(id)?.name === 'ended') this.#calls.delete(id);
      if (events.length < batch) return;
    }
  }

  /** Each changed call to everybody who sees it, and the waiting calls to those who have become free or busy. */
  #tell(changed: ReadonlySet<CallId>): void {
    const frames = new Map<string, string>();
    const frameOf = (call: CallState, operator: Operator, isBusy: boolean): string => {
      const can = callRights(operator, call, isBusy);
      const key = `${call.callId} ${can.join()}`;
      const known = frames.get(key);
      if (known !== undefined) return known;
      const view = withRights(presentCall(call, this.#presentNames), can);
      const frame = JSON.stringify({ type: 'call', seq: this.#seq, call: view });
      frames.set(key, frame);
      return frame;
    };
    for (const [listener, state] of this.#listeners) {
      const { operator } = listener;
      const isBusy = this.#isBusy(operator);
      const hasTurned = isBusy !== state.isBusy;
      state.isBusy = isBusy;
      for (const call of this.#calls.values()) {
        const concerns =
          changed.has(call.callId) || (hasTurned && (call.name === 'waiting' || call.name === 'held'));
        if (concerns && canSeeCall(operator, call)) listener.send(frameOf(call, operator, isBusy));
      }
    }
  }

  readonly #presentNames = { operatorName: (id: string): string => this.#names.get(id) ?? '' };

  #view(call: CallState, operator: Operator, isBusy: boolean) {
    return withRights(presentCall(call, this.#presentNames), callRights(operator, call, isBusy));
  }

  #isBusy({ operatorId }: Operator): boolean {
    for (const call of this.#calls.values()) {
      if (occupies(call) && 'operatorId' in call && call.operatorId === operatorId) return true;
    }
    return false;
  }

  async #presentMe(operator: Operator) {
    const tenant = await findTenant(this.#store, this.tenantId);
    const queues = await listQueues(this.#store, this.tenantId);
    return {
      operatorId: operator.operatorId,
      name: operator.name,
      userPrincipalName: operator.userPrincipalName,
      tenantName: tenant?.name ?? '',
      queues: queues
        .filter((queue) => operator.queueIds.includes(queue.queueId))
        .map(({ queueId, name, number }) => ({ queueId, name, ...(number === undefined ? {} : { number }) })),
    };
  }

  async #learnNames(changed: ReadonlySet<CallId>): Promise<void> {
    for (const id of changed) {
      const call = this.#calls.get(id);
      if (call === undefined || !('operatorId' in call) || call.operatorId === undefined) continue;
      if (this.#names.has(call.operatorId)) continue;
      await this.#readNames();
      if (!this.#names.has(call.operatorId)) this.#names.set(call.operatorId, '');
    }
  }

  async #readNames(): Promise<void> {
    for (const { operatorId, name } of await listOperators(this.#store, this.tenantId)) {
      this.#names.set(operatorId, name);
    }
  }
}
