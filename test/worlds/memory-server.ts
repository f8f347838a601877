import type { CallCommand } from '@switchboard/domain/call/command';
import { nextDeadline } from '@switchboard/domain/call/deadlines';
import {
  decideOnCommand,
  decideOnFact,
  decideOnIncoming,
  decideOnOffer,
} from '@switchboard/domain/call/decide';
import type { Decided } from '@switchboard/domain/call/decision';
import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import { type CallId, callId, type LegId, type QueueId, type TenantId } from '@switchboard/domain/ids';
import { distribute, type Offer } from '@switchboard/domain/queue/distribute';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { CallActions } from '@switchboard/graph/calls/perform-effect';
import { factsFromNotification } from '@switchboard/graph/notifications/facts-from-notification';
import { assert } from '@switchboard/kit/assert';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { LegOwner } from '@switchboard/store/reads/leg-owner';
import { type KeptCall, newCall } from './kept-call.ts';
import { MemoryDesk, operatorWith } from './memory-desk.ts';
import { MemoryLegs, type MemoryLegsParts } from './memory-legs.ts';
import { MemoryOutbox } from './memory-outbox.ts';

/** More deadlines of one call are never over at once. */
const mostLooks = 50;

export interface MemoryServerParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly tenantId: TenantId;
  readonly actions: CallActions;
  readonly look: MemoryLegsParts['look'];
  readonly queues: () => readonly Queue[];
  /** Rosters carry only who changed, with a number. */
  readonly deltaRoster: boolean;
  /** Counts what happens, by event. */
  readonly tally: Map<string, number>;
  /** Hears every decision, for whoever looks into a world that went wrong. */
  readonly tell?: (line: string) => void;
}

/**
 * The server's part in a world that lives in memory: the same rules, the same readers and writers of Graph's JSON, the
 * same order of effects, without database and network. What a crash of the real one loses is lost here, too: notices
 * on their way, and what became of requests. What is committed stays.
 */
export class MemoryServer {
  readonly calls = new Map<CallId, KeptCall>();
  readonly desk: MemoryDesk;
  isUp = true;
  readonly #parts: MemoryServerParts;
  readonly #outbox: MemoryOutbox;
  readonly #strange: MemoryLegs;
  readonly #legs = new Map<LegId, CallId>();

  constructor(parts: MemoryServerParts) {
    const { queues, newId } = parts;
    this.#parts = parts;
    this.desk = new MemoryDesk({ calls: this.calls, queues, newId });
    this.#outbox = new MemoryOutbox({
      ...parts,
      report: (call, effect, fact) => {
        this.take(call.state.callId, fact);
        this.#strange.doubt(effect, fact);
      },
    });
    this.#strange = new MemoryLegs({
      ...parts,
      ownerOf: (_tenant, leg) => Promise.resolve(this.#ownerOf(leg)),
      isQueue: (_tenant, instance) =>
        Promise.resolve(queues().some(({ instanceId }) => instanceId === instance)),
      takeOn: (incoming) => Promise.resolve(this.#begin(incoming)),
    });
  }

  /** @returns the HTTP status, or nothing while the server is down */
  notified(path: string, body: unknown): number | undefined {
    if (!this.isUp) return undefined;
    const read = factsFromNotification(body, this.#parts.tenantId, { deltaRoster: this.#parts.deltaRoster });
    if (!read.ok) return 400;
    const named = callId(path.split('/').at(-1) ?? '');
    const strange = new Map<LegId, boolean>();
    for (const { fact, leg } of read.value.facts) {
      if (fact.type === 'callIncoming') this.#begin(fact);
      else this.#hear(this.calls.has(named) ? named : this.#legs.get(leg), leg, fact, strange);
    }
    this.#strange.take(strange, read.value);
    return 202;
  }

  #hear(id: CallId | undefined, leg: LegId, fact: CallFact, strange: Map<LegId, boolean>): void {
    const call = id === undefined ? undefined : this.calls.get(id);
    if (call === undefined || call.state.name === 'ended') strange.set(leg, call !== undefined);
    else this.take(id, fact);
  }

  take(id: CallId | undefined, fact: CallFact): void {
    const call = id === undefined ? undefined : this.calls.get(id);
    if (call === undefined) return;
    const decided = decideOnFact(call.state, fact, this.desk.contextOf(call.state), this.#parts.clock.now());
    this.#commit(call, decided, fact);
  }

  /** @returns the refusal's code, if it is refused */
  command(id: CallId, command: CallCommand): string | undefined {
    const call = this.calls.get(id);
    if (!this.isUp || call === undefined) return 'notThere';
    const now = this.#parts.clock.now();
    const decided = decideOnCommand(call.state, command, this.desk.contextOf(call.state), now);
    if (!decided.ok) return decided.refusal.code;
    this.#commit(call, decided.value, command);
    return undefined;
  }

  /** As a power cut: whatever is on its way is not heard of any more. */
  crash(): void {
    this.isUp = false;
    this.#outbox.crash();
    this.#strange.crash();
    for (const call of this.calls.values()) {
      call.cancelDue();
      call.isActing = false;
    }
  }

  /** Another server takes over: what was begun is in doubt, and Graph is asked about every live call. */
  restart(): void {
    this.isUp = true;
    this.#outbox.restart();
    for (const [id, call] of this.calls) {
      const [first] = call.pending;
      if (first !== undefined && first.attempts > 0) first.inDoubt = true;
      if (call.state.name !== 'ended') this.take(id, { type: 'doubtRaised' });
      this.#outbox.act(call);
      this.#plan(call);
    }
  }

  queueTurned(queueId: QueueId): void {
    for (const [id, { state }] of this.calls)
      if ((state.name === 'waiting' || state.name === 'greeting') && state.queueId === queueId)
        this.take(id, { type: 'queueTurned' });
  }

  /** Offers waiting calls as the queues' strategies say. */
  distribute(): void {
    if (!this.isUp) return;
    const now = this.#parts.clock.now();
    for (const queue of this.#parts.queues()) {
      const { strategy } = queue.settings;
      if (strategy === 'pick') continue;
      const calls = this.desk.waitingIn(queue);
      if (calls.length === 0) continue;
      const operators = this.desk.queueOperators();
      for (const offer of distribute({ strategy, calls, operators, now })) this.#offer(queue, offer, now);
    }
  }

  /** Where Teams rings first the operator's accepting is taken for granted. */
  #offer({ settings }: Queue, { callId: id, operatorIds }: Offer, now: Instant): void {
    const call = this.calls.get(id);
    if (call === undefined) return;
    const wanted = { type: 'offer', operatorIds, until: now + settings.offerTime } as const;
    this.#commit(call, decideOnOffer(call.state, wanted, this.desk.contextOf(call.state), now), wanted);
    for (const operatorId of operatorIds) {
      const operator = this.desk.operators.get(operatorId);
      if (operator !== undefined) operator.lastOfferedAt = now;
    }
    const [only, ...others] = operatorIds;
    if (settings.answering !== 'teamsFirst' || only === undefined || others.length > 0) return;
    const isBusy = this.desk.live().some(({ state }) => operatorWith(state) === only);
    if (!isBusy) this.command(id, { type: 'accept', operatorId: only });
  }

  /** Whether every effect was carried out or given up that was asked for before. */
  isIdleSince(before: Instant): boolean {
    return [...this.calls.values()].every((call) => call.pending.every(({ askedAt }) => askedAt >= before));
  }

  #ownerOf(leg: LegId): LegOwner {
    const id = this.#legs.get(leg);
    const call = id === undefined ? undefined : this.calls.get(id);
    if (call === undefined) return 'unknown';
    if (call.state.name !== 'ended') return 'live';
    return call.pending.length > 0 ? 'ending' : 'ended';
  }

  #begin(incoming: CallIncoming): void {
    const queue = this.#parts.queues().find(({ instanceId }) => instanceId === incoming.instanceId);
    if (queue === undefined || this.#legs.has(incoming.leg)) return;
    const context = this.desk.contextIn(queue, undefined);
    const decided = decideOnIncoming(incoming, context, this.#parts.clock.now());
    const call = newCall(decided.state);
    this.calls.set(decided.state.callId, call);
    this.#legs.set(incoming.leg, decided.state.callId);
    this.#commit(call, decided, incoming);
  }

  #commit(call: KeptCall, decided: Decided, because: object): void {
    const now = this.#parts.clock.now();
    const { tally, tell } = this.#parts;
    const { state, events, effects } = decided;
    tell?.(
      `${now % 10_000_000} ${state.callId.slice(-4)} ${JSON.stringify(because)} => ${state.name}: ${JSON.stringify(events)} asks ${JSON.stringify(effects)}`,
    );
    call.state = state;
    if (events.length > 0) call.commits.push({ at: now, events });
    for (const { type } of events) tally.set(type, (tally.get(type) ?? 0) + 1);
    for (const effect of effects)
      call.pending.push({ effect, askedAt: now, attempts: 0, inDoubt: false, notBefore: now });
    this.#plan(call);
    this.#outbox.act(call);
  }

  #plan(call: KeptCall): void {
    call.cancelDue();
    if (call.state.name === 'ended') return;
    const nextDue = nextDeadline(call.state);
    if (nextDue === undefined) return;
    const { callId: id } = call.state;
    call.cancelDue = this.#parts.clock.after(nextDue - this.#parts.clock.now(), () => {
      if (!this.isUp) return;
      const now = this.#parts.clock.now();
      const looks = call.looked?.at === now ? call.looked.times + 1 : 1;
      call.looked = { at: now, times: looks };
      assert(looks <= mostLooks, `a deadline of ${call.state.name} is over and over`);
      this.take(id, { type: 'timePassed' });
    });
  }
}
