import type { CallState } from '@switchboard/domain/call/call-state';

import { instanceId, type PersonId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import { defaultSettings, noSwitches, type Queue, type QueueSettings } from '@switchboard/domain/queue/queue';
import { lookAtLeg } from '@switchboard/graph/calls/look-at-leg';
import { createCallActions } from '@switchboard/graph/calls/perform-effect';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import type { FaultChange } from '@switchboard/simulator/faults/fault-settings';
import { contoso } from '@switchboard/simulator/world/contoso';
import { createRandom, mix } from '@switchboard/simulator/world/random';
import type { WorldSettings } from '@switchboard/simulator/world/settings';
import { colleagues, operators } from './cast.ts';
import { commandFor, pick } from './commands.ts';
import { Diary } from './diary.ts';
import { operatorWith } from './memory-desk.ts';
import { MemoryServer } from './memory-server.ts';
import { applicationUrl, createMicrosoft, graphUrl, type Microsoft, promptTime } from './microsoft.ts';
import type { Opening } from './rules.ts';

const start = Date.UTC(2026, 2, 2, 9, 0);
const tenant = tenantId(contoso.tenantId);
const promptOf = (name: string) => ({
  url: `${applicationUrl}/media/${name}.wav`,
  resourceId: name,
  milliseconds: promptTime,
});

export interface WorldOptions {
  readonly seed: number;
  readonly settings: Partial<QueueSettings>;
  readonly faults: FaultChange;
  /** How likely Graph answers with 404 for a call that goes on. */
  readonly mistaken: number;
  /** What of Microsoft's behaviour its pages leave open. */
  readonly microsoft: Partial<WorldSettings>;
  /** A request, and its answer, are on their way for so long at most, in milliseconds. */
  readonly latency: number;
  /** Counts what happens, by event. */
  readonly tally: Map<string, number>;
  readonly tell?: (line: string) => void;
}

/** A whole world in memory: Microsoft, our server, people; nothing moves but by its clock. */
export class MemoryWorld {
  readonly clock = new ManualClock(start);
  readonly microsoft: Microsoft;
  readonly server: MemoryServer;
  readonly queues: Queue[];
  readonly diary: Diary;
  /** Calls that an operator has ended. */
  readonly endedOnPurpose = new Set<string>();
  /** Whether Graph may say by mistake that a call is gone: what is to be looked at again dies with the server. */
  mayErr = true;
  /** Called whenever something has happened. */
  onMoment: () => void = () => undefined;
  #dialled = 0;
  #ids = 0;

  constructor(options: WorldOptions) {
    const { seed, settings, faults, tally, tell } = options;
    const newId = (): string => {
      this.#ids += 1;
      return `00000000-0000-4000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
    };
    const { clock } = this;
    // Both kinds of roster that Graph can be asked for.
    const deltaRoster = seed % 2 === 0;
    const random = createRandom(mix(seed, 5));
    this.microsoft = createMicrosoft({
      clock,
      newId,
      seed,
      notify: (path, body) => this.server.notified(path, body),
      latency: options.latency === 0 ? () => 0 : () => random.below(options.latency),
      settings: options.microsoft,
      isMistaken:
        options.mistaken === 0 ? () => false : () => this.mayErr && random.next() < options.mistaken,
    });
    this.diary = new Diary(this.microsoft.world);
    const client = createGraphClient({
      baseUrl: graphUrl,
      token: async () => 'token',
      clock,
      log: silentLogger,
      fetch: this.microsoft.fetch,
      timeoutMs: 5_000,
    });
    const callbackUri = (_tenant: string, _leg: string, callId: string): string =>
      `${applicationUrl}/api/calls/${callId}`;
    const actions = createCallActions({ client, callbackUri, log: silentLogger, deltaRoster });
    this.queues = [contoso.queues.reception, contoso.queues.serviceDesk].map((queue, index) => ({
      tenantId: tenant,
      queueId: queueId(index === 0 ? 'reception' : 'service-desk'),
      name: queue.displayName,
      instanceId: instanceId(queue.id),
      number: queue.number,
      settings: { ...defaultSettings, music: promptOf('music'), ...(index === 0 ? settings : {}) },
      switches: noSwitches,
    }));
    this.server = new MemoryServer({
      clock,
      newId,
      tenantId: tenant,
      actions,
      look: (leg) => lookAtLeg({ client, tenantId: tenant, leg }),
      queues: () => this.queues,
      deltaRoster,
      tally,
      ...(tell === undefined ? {} : { tell }),
    });
    for (const id of operators) this.server.desk.operators.set(id, { isHere: true, idleSince: start });
    this.microsoft.faults.set(faults);
  }

  /** Lets everything happen that follows, without the clock moving. */
  async settle(): Promise<void> {
    await this.microsoft.graph.settled();
  }

  /** Moves the clock from one due moment to the next. */
  async pass(milliseconds: number): Promise<void> {
    const { clock } = this;
    const end = clock.now() + milliseconds;
    await this.settle();
    for (let due = clock.nextDue(); due !== undefined && due <= end; due = clock.nextDue()) {
      clock.advance(Math.max(0, due - clock.now()));
      await this.settle();
      this.onMoment();
      this.server.distribute();
    }
    clock.advance(Math.max(0, end - clock.now()));
  }

  dial(which: number): void {
    const { number } = which % 4 === 3 ? contoso.queues.serviceDesk : contoso.queues.reception;
    // A number of its own for every caller, out of those kept for drama.
    this.#dialled += 1;
    this.diary.dial(`+4477009${String(this.#dialled).padStart(5, '0')}`, number);
  }

  hangUpLine(which: number): void {
    const { open } = this.diary;
    const record = open[which % Math.max(1, open.length)];
    if (record !== undefined) this.diary.hangUp(record);
  }

  /** The call of the caller with this number, as we know it. */
  callOf(number: string): CallState | undefined {
    for (const { state } of this.server.calls.values())
      if (state.caller.kind === 'number' && state.caller.number === number) return state;
    return undefined;
  }

  answer(which: number): void {
    const bells = this.microsoft.world.bells.all();
    const bell = bells[which % Math.max(1, bells.length)];
    if (bell !== undefined) this.microsoft.world.bells.answer(bell.id);
  }

  decline(which: number): void {
    const bells = this.microsoft.world.bells.all();
    const bell = bells[which % Math.max(1, bells.length)];
    if (bell !== undefined) this.microsoft.world.bells.decline(bell.id);
  }

  /** Somebody of the tenant who talks hangs up in Teams. */
  hangUpPerson(which: number): void {
    const { exchange } = this.microsoft.world;
    // Every second time whoever came last: who leaves at once has not taken the call.
    const places = [...operators, ...colleagues]
      .map((id) => exchange.where(`person:${id}`))
      .filter((place) => place !== undefined)
      .toSorted((a, b) => (which % 2 === 0 ? b.member.joinedAt - a.member.joinedAt : 0));
    const place = places[which % 2 === 0 ? 0 : which % Math.max(1, places.length)];
    if (place !== undefined) exchange.leave(place.conversation, place.member.id, 'hungUp');
  }

  command(what: number, which: number): void {
    const live = [...this.server.calls.values()]
      .map(({ state }) => state)
      .filter(({ name }) => name !== 'ended')
      .toSorted((a, b) => Number('operatorId' in b) - Number('operatorId' in a));
    // Mostly about a call that an operator has.
    const state = live[which % 3 === 0 ? which % Math.max(1, live.length) : 0];
    if (state === undefined) return;
    const mine = 'operatorId' in state ? state.operatorId : offeredTo(state);
    const operatorId =
      mine !== undefined && what % 7 !== 0 ? mine : pick(operators, what, operators[0] ?? personId(''));
    if (this.#isElsewhere(operatorId, state)) return;
    const command = commandFor(state, operatorId, what, which);
    const refusal = this.server.command(state.callId, command);
    if (refusal === undefined && command.type === 'hangUp') this.endedOnPurpose.add(state.callId);
  }

  /** The server refuses to give an operator two calls at once; so does this world. */
  #isElsewhere(operatorId: PersonId, call: CallState): boolean {
    return this.server.desk
      .live()
      .some(({ state }) => state.callId !== call.callId && operatorWith(state) === operatorId);
  }

  /** How Reception stands when the first caller dials. */
  open({ switches, isAnybodyHere }: Opening): void {
    const [reception] = this.queues;
    if (reception !== undefined) this.queues[0] = { ...reception, switches };
    for (const operator of this.server.desk.operators.values()) operator.isHere = isAnybodyHere;
  }

  turnQueue(which: number): void {
    const [reception] = this.queues;
    if (reception === undefined) return;
    const switches = [
      noSwitches,
      noSwitches,
      { mode: 'night', isEmergency: false } as const,
      { mode: 'auto', isEmergency: true } as const,
    ];
    this.queues[0] = { ...reception, switches: pick(switches, which, noSwitches) };
    this.tellQueues();
  }

  /** What the queue watch does: those who wait hear that their queue stands otherwise now. */
  tellQueues(): void {
    if (this.server.isUp) for (const { queueId: id } of this.queues) this.server.queueTurned(id);
  }

  freeColleague(which: number): void {
    const id = pick(colleagues, which, personId(''));
    for (const callId of this.server.calls.keys())
      this.server.take(callId, { type: 'targetFreed', personId: id });
  }
}

/** Whoever has an offer of this call takes it, rather than somebody who would be refused. */
const offeredTo = (call: CallState): PersonId | undefined =>
  call.name === 'waiting' ? call.offer?.operatorIds[0] : undefined;
