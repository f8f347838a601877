import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';
import { deskList, nearList, type PresenceList } from '@switchboard/store/presence/presence-lists';
import type { PresenceRound } from '@switchboard/store/presence/presence-polls';
import type { PollShelf } from './poll-shelf.ts';
import { mostAtOnce, type PresenceAsker } from './presence-asker.ts';
import { budgetSpan, type PresenceBudget, type Ring } from './presence-budget.ts';

export interface TenantPollParts {
  readonly tenantId: TenantId;
  readonly clock: Clock;
  readonly log: Logger;
  readonly shelf: PollShelf;
  readonly budget: PresenceBudget;
  readonly asker: PresenceAsker;
  readonly round: PresenceRound;
}

/** How often each ring is read, in milliseconds. */
const screensEvery = 2_000;
const nearEvery = 10_000;
const everybodyEvery = 60_000;
/** Who comes onto a screen is read at once, but for this pause after the reading before: somebody may be typing. */
const freshAfter = 250;
/** So long somebody is near to whom a call went. */
const recentFor = 2 * 3_600_000;
/** How long the lists of a poll are kept if nobody puts them again. */
const listsKeptFor = 60_000;
/** Between two requests for everybody, whatever the budget. */
const shortestStep = 100;
/** A round that is older was left lying, or the budget is far too small: what was read in it is old too. */
const longestRound = 15 * 60_000;

/**
 * The rings of one tenant, each with a pace of its own: people on screens and those whom calls wait for; favourites and
 * those lately called; everybody of the directory, one after the other.
 */
export class TenantPoll {
  readonly #parts: TenantPollParts;
  readonly #wake = new Wake();
  readonly #lists = new Map<number, PresenceList>();
  #desk: { readonly ids: string; readonly putAt: Instant } = { ids: '', putAt: 0 };
  /** People of the screens of whom all are read, the first of them then. */
  #read = new Set<PersonId>();
  #readAt: Instant = 0;
  /** When all of them were last asked about, with or without an answer. */
  #triedAt: Instant = 0;
  #round: PresenceRound;
  /** Requests of the round under way, and of the one before; 0 when that is not known. */
  #step = 0;
  #stepsBefore = 0;

  constructor(parts: TenantPollParts) {
    this.#parts = parts;
    this.#round = parts.round;
  }

  get round(): PresenceRound {
    return this.#round;
  }

  /** A list has changed. */
  ring(): void {
    this.#wake.ring();
  }

  async run(signal: StopSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake.ring(), { once: true });
    await Promise.all([
      this.#repeat(signal, 'screens', async () => {
        await this.#readScreens(signal);
        const { clock } = this.#parts;
        await this.#wake.waitAtMost(Math.max(0, this.#triedAt + screensEvery - clock.now()), clock);
      }),
      this.#repeat(signal, 'near', async () => {
        await this.#readNear(signal);
        await sleep(nearEvery, signal, this.#parts.clock);
      }),
      this.#repeat(signal, 'everybody', () => this.#readSome(signal)),
    ]);
  }

  /** A ring that fails waits, and goes on: what it promised shows by its age. */
  async #repeat(signal: StopSignal, ring: Ring, turn: () => Promise<void>): Promise<void> {
    const { tenantId, clock, log } = this.#parts;
    while (!signal.aborted) {
      try {
        await turn();
      } catch (error) {
        log.warn('presence could not be read', { tenant: tenantId, ring, error: asError(error) });
        await sleep(screensEvery, signal, clock);
      }
    }
  }

  async #readScreens(signal: StopSignal): Promise<void> {
    const { clock, shelf, asker } = this.#parts;
    await this.#lookAtLists();
    const lists = [...this.#lists.values()].filter(({ list }) => list !== nearList);
    const wanted = new Set(lists.flatMap(({ personIds }) => [...personIds]));
    this.#reserve('screens', wanted.size, screensEvery);
    const startedAt = clock.now();
    const isWhole = startedAt - this.#triedAt >= screensEvery;
    const ids = [...wanted].filter((id) => isWhole || !this.#read.has(id));
    if (isWhole) this.#triedAt = startedAt;
    else if (ids.length > 0) await sleep(freshAfter, signal, clock);
    const problem = await asker.ask(ids, 'screens', signal);
    if (problem !== undefined) return this.#note('screens', problem.message);
    if (isWhole) this.#readAt = startedAt;
    this.#read = wanted;
    await shelf.noteRead(lists, this.#readAt);
  }

  async #lookAtLists(): Promise<void> {
    const { shelf, clock } = this.#parts;
    const desk = await shelf.desk();
    const now = clock.now();
    if (desk.join() !== this.#desk.ids || now - this.#desk.putAt > listsKeptFor / 3) {
      await shelf.put(deskList, desk, now + listsKeptFor);
      this.#desk = { ids: desk.join(), putAt: now };
    }
    const known = new Map([...this.#lists].map(([list, { version }]) => [list, version]));
    const found = await shelf.lists(known, now);
    const there = new Set(found.map(({ list }) => list));
    for (const list of known.keys()) if (!there.has(list)) this.#lists.delete(list);
    for (const { list, version, personIds } of found)
      if (personIds !== undefined) this.#lists.set(list, { list, version, personIds });
  }

  async #readNear(signal: StopSignal): Promise<void> {
    const { clock, shelf, asker } = this.#parts;
    const now = clock.now();
    const near = await shelf.near(now - recentFor);
    this.#reserve('near', near.length, nearEvery);
    const version = await shelf.put(nearList, near, now + listsKeptFor);
    const problem = await asker.ask(near, 'near', signal);
    if (problem !== undefined) return this.#note('near', problem.message);
    await shelf.noteRead([{ list: nearList, version }], now);
  }

  /** One request for the next people of the round, and the pause behind it. */
  async #readSome(signal: StopSignal): Promise<void> {
    const { clock, shelf, asker } = this.#parts;
    const isOld = clock.now() - this.#round.beganAt > longestRound;
    if (isOld) this.#beginRound(this.#round.beganBefore);
    const people = await shelf.after(this.#round.cursor, mostAtOnce);
    const problem = await asker.ask(people, 'everybody', signal);
    if (problem !== undefined) {
      this.#note('everybody', problem.message);
      return sleep(screensEvery, signal, clock);
    }
    this.#step += people.length > 0 ? 1 : 0;
    this.#round = { ...this.#round, cursor: people.at(-1) ?? this.#round.cursor };
    if (people.length === mostAtOnce) return sleep(this.#pace(), signal, clock);
    const { beganAt } = this.#round;
    await sleep(Math.max(shortestStep, beganAt + everybodyEvery - clock.now()), signal, clock);
    this.#stepsBefore = this.#step;
    this.#beginRound(beganAt);
  }

  /** @param beganBefore since when everybody has been read */
  #beginRound(beganBefore: Instant): void {
    this.#step = 0;
    this.#round = { cursor: '', beganAt: this.#parts.clock.now(), beganBefore };
  }

  /** Evenly, once it is known how many steps a round has; until then as the budget allows. */
  #pace(): number {
    return this.#stepsBefore === 0
      ? shortestStep
      : Math.max(shortestStep, everybodyEvery / (this.#stepsBefore + 1));
  }

  #reserve(ring: Ring, people: number, every: number): void {
    this.#parts.budget.reserve(ring, Math.ceil(people / mostAtOnce) * (budgetSpan / every + 1));
  }

  #note(ring: Ring, problem: string): void {
    const { log, tenantId } = this.#parts;
    log.info('presence was not told', { tenant: tenantId, ring, problem });
  }
}
