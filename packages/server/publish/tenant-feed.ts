import type { CallView } from '@switchboard/contract/views/call-view';
import type { CallState } from '@switchboard/domain/call/call-state';
import { evolve } from '@switchboard/domain/call/evolve';
import type { CallId, PersonId, TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import type { DeskEvent } from '@switchboard/store/feed/desk-event';
import { type NumberedEvent, readEvents } from '@switchboard/store/feed/read-events';
import { eventsWritten, type WrittenEvents } from '@switchboard/store/feed/written-events';
import { readCallsChangedSince, readLiveCalls } from '@switchboard/store/reads/calls';
import { callRights, canSeeCall } from '../policies/call-rights.ts';
import { DeskBook } from './desk-book.ts';
import type { FeedListener } from './feed-listener.ts';
import { Occupants } from './occupants.ts';
import { OwnNews } from './own-news.ts';
import { offerTo, presentCall, presentMoved, type SharedCallView, withRights } from './present-call.ts';

export interface TenantFeedParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Calls may be put through to mailboxes. */
  readonly hasVoicemail: boolean;
  /** How the console was built that is served now; undefined if there is none. */
  readonly consoleBuild: () => string | undefined;
}

const batch = 500;
/** A bell may be missed when the standing connection breaks: look once in a while without one. */
const lookEvery = 1_000;
/** Further behind than this a console gets everything anew. */
const longestResume = 5_000;

/** States in which what an operator may do depends on whether another call occupies them. */
const minds: ReadonlySet<CallState['name']> = new Set([
  'waiting',
  'held',
  'transferring',
  'parked',
  'camped',
]);

/** The live calls and the desk of one tenant, folded from its events, and the consoles that watch them. */
export class TenantFeed {
  readonly tenantId: TenantId;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #hasVoicemail: boolean;
  readonly #consoleBuild: () => string | undefined;
  readonly #wake = new Wake();
  readonly #calls = new Map<CallId, CallState>();
  readonly #occupants = new Occupants();
  readonly #desk: DeskBook;
  readonly #listeners = new Set<FeedListener>();
  readonly #ownNews: OwnNews;
  #seq = 0;
  /** Of this server's own commits, not folded yet. */
  readonly #written: WrittenEvents[] = [];
  /** There may be events that only the database has. */
  #isBehind = true;
  #readAt = 0;
  /** Who waits until this server has read what there is. */
  #awaiting: (() => void)[] = [];

  constructor(tenantId: TenantId, { store, clock, hasVoicemail, consoleBuild }: TenantFeedParts) {
    this.tenantId = tenantId;
    this.#store = store;
    this.#clock = clock;
    this.#hasVoicemail = hasVoicemail;
    this.#consoleBuild = consoleBuild;
    this.#desk = new DeskBook(tenantId, store, clock);
    this.#ownNews = new OwnNews(tenantId, store, clock);
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  /** There are events: those of a commit of this server's own, or some that must be read. */
  ring(events?: WrittenEvents): void {
    if (events === undefined) this.#isBehind = true;
    else this.#written.push(events);
    this.#wake.ring();
  }

  async load(): Promise<void> {
    const { seq, calls } = await readLiveCalls(this.#store, this.tenantId);
    this.#seq = seq;
    this.#calls.clear();
    for (const call of calls) this.#put(call);
    await this.#desk.load();
    this.#occupants.takeTurned();
  }

  async follow(signal: StopSignal): Promise<void> {
    this.#isBehind = true;
    while (!signal.aborted) {
      this.#isBehind ||= this.#clock.now() - this.#readAt >= lookEvery;
      await this.#catchUp();
      for (const resolve of this.#awaiting.splice(0)) resolve();
      await this.#ownNews.tell(this.#listeners);
      const turn = (this.#desk.nextTurn ?? Number.POSITIVE_INFINITY) - this.#clock.now();
      await this.#wake.waitAtMost(Math.max(1, Math.min(lookEvery, turn)), this.#clock);
      this.#tellDesk();
    }
  }

  /** Sends the welcome and everything after it. Nothing that is committed falls between the two. */
  async attach(listener: FeedListener, resumeFrom: number | undefined): Promise<void> {
    const { operator } = listener;
    // They come from a server that was ahead: a welcome of before would show them what is over.
    if (resumeFrom !== undefined && resumeFrom > this.#seq) await this.#caughtUp();
    const gap = resumeFrom === undefined ? -1 : this.#seq - resumeFrom;
    const isNear = resumeFrom !== undefined && gap >= 0 && gap <= longestResume;
    const changed = isNear ? await readCallsChangedSince(this.#store, this.tenantId, resumeFrom) : undefined;
    const calls =
      changed === undefined ? this.#viewsOf(operator) : this.#resumedViews(changed.calls, operator);
    this.#welcome(listener, calls, changed !== undefined);
    this.#listeners.add(listener);
  }

  /** Those that changed, and those that may be worked on otherwise because an operator has become free or busy. */
  #resumedViews(changed: readonly CallState[], operator: Operator): readonly CallView[] {
    const known = new Map(changed.map((row) => [row.callId, this.#newest(row)]));
    return [
      ...[...known.values()].flatMap((call) => this.#viewOrMoved(call, operator)),
      ...this.#minding(known).flatMap((call) => this.#view(call, operator) ?? []),
    ];
  }

  /** Resolves when everything that is committed now is read. */
  #caughtUp(): Promise<void> {
    return new Promise((resolve) => {
      this.#awaiting.push(resolve);
      this.ring();
    });
  }

  #welcome(listener: FeedListener, calls: readonly CallView[], resumed: boolean): void {
    const { operator } = listener;
    const welcome = {
      type: 'welcome',
      seq: this.#seq,
      now: this.#clock.now(),
      resumed,
      build: this.#consoleBuild(),
      me: this.#desk.presentMe(operator),
      calls,
      callBacks: this.#desk.presentCallBacks(operator),
    };
    const rest = JSON.stringify(welcome).slice(0, -1);
    listener.send(`${rest},"operators":${this.#desk.operatorsAsJson(operator)}}`);
    this.#ownNews.welcome(operator.operatorId);
    this.#wake.ring();
  }

  /** This server was away for so long that events it has not seen are deleted: everything anew, for everybody. */
  async #beginAnew(): Promise<void> {
    await this.load();
    for (const listener of this.#listeners) this.#welcome(listener, this.#viewsOf(listener.operator), false);
  }

  detach(listener: FeedListener): void {
    this.#listeners.delete(listener);
  }

  /** The fold is the truth up to its number; of what is not in it any more the row tells the end. */
  #newest(row: CallState): CallState {
    return this.#calls.get(row.callId) ?? row;
  }

  #put(call: CallState): void {
    this.#calls.set(call.callId, call);
    this.#occupants.see(call);
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const events = await this.#news();
      const last = events.at(-1);
      if (last === undefined) return;
      if (last.seq - this.#seq > events.length) return await this.#beginAnew();
      const changed = new Map<CallId, CallState | undefined>();
      for (const event of events) this.#fold(event, changed);
      await this.#desk.refresh(this.#operatorsIn(changed));
      this.#tell(changed);
      this.#tellDesk();
      for (const id of changed.keys()) if (this.#calls.get(id)?.name === 'ended') this.#calls.delete(id);
    }
  }

  async #news(): Promise<readonly NumberedEvent[]> {
    const own = this.#takeWritten();
    if (own.length > 0 || !this.#isBehind) return own;
    this.#isBehind = false;
    this.#readAt = this.#clock.now();
    const events = await readEvents(this.#store, this.tenantId, this.#seq, batch);
    this.#isBehind ||= events.length === batch;
    return events;
  }

  /** What follows the feed's number of our own commits; behind a gap are other servers' events, which are read. */
  #takeWritten(): readonly NumberedEvent[] {
    const events: NumberedEvent[] = [];
    for (const written of this.#written.splice(0).toSorted((one, other) => one.first - other.first)) {
      const next = this.#seq + events.length + 1;
      if (written.first === next) events.push(...eventsWritten(written));
      else this.#isBehind ||= written.last >= next;
    }
    return events;
  }

  /** `changed` keeps each call as it was before the batch. */
  #fold(numbered: NumberedEvent, changed: Map<CallId, CallState | undefined>): void {
    this.#seq = numbered.seq;
    if (numbered.subject !== 'call') {
      this.#foldDesk(numbered.event);
      return;
    }
    const { callId, event, at } = numbered;
    const before = this.#calls.get(callId);
    if (!changed.has(callId)) changed.set(callId, before);
    this.#put(evolve(before, event, at));
  }

  #foldDesk(event: DeskEvent): void {
    if (!this.#ownNews.take(event)) this.#desk.take(event);
  }

  *#operatorsIn(changed: ReadonlyMap<CallId, unknown>): Generator<PersonId> {
    for (const id of changed.keys()) {
      const call = this.#calls.get(id);
      if (call !== undefined && 'operatorId' in call && call.operatorId !== undefined) yield call.operatorId;
    }
  }

  /** Each changed call to everybody who sees it; to those who have become free or busy also what that changes. */
  #tell(changed: ReadonlyMap<CallId, CallState | undefined>): void {
    const turned = this.#occupants.takeTurned();
    const frames = new Frames(this.#seq, (call) => presentCall(call, this.#desk.names));
    const news = [...changed].flatMap(([id, before]) => {
      const call = this.#calls.get(id);
      return call === undefined ? [] : [{ call, before }];
    });
    const minding = turned.size === 0 ? [] : this.#minding(changed);
    for (const listener of this.#listeners) {
      const { operator } = listener;
      for (const { call, before } of news) {
        if (canSeeCall(operator, call)) listener.send(frames.of(call, operator, this.#can(call, operator)));
        else if (before !== undefined && canSeeCall(operator, before))
          this.#sendMoved(listener, call, frames);
      }
      if (!turned.has(operator.operatorId)) continue;
      for (const call of minding) {
        if (canSeeCall(operator, call)) listener.send(frames.of(call, operator, this.#can(call, operator)));
      }
    }
  }

  #minding(changed: ReadonlyMap<CallId, unknown>): readonly CallState[] {
    return [...this.#calls.values()].filter((call) => minds.has(call.name) && !changed.has(call.callId));
  }

  #sendMoved(listener: FeedListener, call: CallState, frames: Frames): void {
    const moved = this.#moved(call, listener.operator);
    if (moved !== undefined) listener.send(frames.frame(moved));
  }

  #tellDesk(): void {
    for (const { queueIds, frame } of this.#desk.changes(this.#seq)) {
      for (const listener of this.#listeners) {
        if (listener.operator.queueIds.some((id) => queueIds.includes(id))) listener.send(frame);
      }
    }
  }

  #can(call: CallState, operator: Operator) {
    return callRights(operator, call, {
      isBusy: this.#occupants.isBusy(operator.operatorId),
      strategy: this.#desk.strategyOf(call.queueId),
      hasVoicemail: this.#hasVoicemail,
    });
  }

  #view(call: CallState, operator: Operator): CallView | undefined {
    if (!canSeeCall(operator, call)) return undefined;
    const view = presentCall(call, this.#desk.names);
    return withRights(view, this.#can(call, operator), offerTo(call, operator.operatorId));
  }

  #viewsOf(operator: Operator): readonly CallView[] {
    return [...this.#calls.values()].flatMap((call) => this.#view(call, operator) ?? []);
  }

  #viewOrMoved(call: CallState, operator: Operator): readonly CallView[] {
    const view = this.#view(call, operator) ?? this.#moved(call, operator);
    return view === undefined ? [] : [view];
  }

  /** The call as its end, for an operator of a queue that it has left. */
  #moved(call: CallState, operator: Operator): CallView | undefined {
    const from = call.formerQueues.findLast((queueId) => operator.queueIds.includes(queueId));
    return from === undefined ? undefined : presentMoved(call, from, this.#desk.queueName(call.queueId));
  }
}

/** The texts of one batch: what is the same for several consoles is written once. */
class Frames {
  readonly #seq: number;
  readonly #present: (call: CallState) => SharedCallView;
  readonly #known = new Map<string, string>();

  constructor(seq: number, present: (call: CallState) => SharedCallView) {
    this.#seq = seq;
    this.#present = present;
  }

  of(call: CallState, { operatorId }: Operator, can: ReturnType<typeof callRights>): string {
    const offer = offerTo(call, operatorId);
    const key = `${call.callId} ${offer === undefined ? '' : 'offered'} ${can.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const frame = this.frame(withRights(this.#present(call), can, offer));
    this.#known.set(key, frame);
    return frame;
  }

  frame(call: CallView): string {
    return JSON.stringify({ type: 'call', seq: this.#seq, call });
  }
}
