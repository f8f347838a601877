import type { Simulator } from '@switchboard/simulator/start';
import type { Behaviour } from '@switchboard/simulator/world/clients';
import { humansIn } from '@switchboard/simulator/world/conversation';
import type { Random } from '@switchboard/simulator/world/random';
import type { CallerRecord, Diary } from '../../worlds/diary.ts';

const tick = 250;
/** Whoever is left alone hears it within so long, in milliseconds. */
const noticesAfter = 1_500;

export interface PeopleParts {
  readonly simulator: Simulator;
  readonly diary: Diary;
  readonly operators: readonly string[];
  readonly callsPerMinute: number;
  readonly random: Random;
}

/** Seconds after which a caller who waits gives up, if ever, and after which one who talks has said it all. */
interface Temper {
  readonly patience: number;
  readonly talk: number;
  waited: number;
  talked: number;
}

/** Callers, operators and colleagues at their telephones: they dial, answer, decline, talk and hang up by chance. */
export class People {
  /** Callers dial. */
  isDialling = true;
  /** People hang up of themselves. Whoever is left alone always does. */
  isRestless = true;
  readonly #parts: PeopleParts;
  readonly #tempers = new Map<CallerRecord, Temper>();
  readonly #alone = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #dialled = 0;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    const { world } = parts.simulator;
    world.clients.actBy((personId) =>
      parts.operators.includes(personId) ? this.#operator() : this.#colleague(),
    );
    this.#timer = setInterval(() => this.#tick(), tick);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#parts.simulator.world.clients.actBy(undefined);
  }

  #operator(): Behaviour {
    const { random } = this.#parts;
    const chance = random.next();
    if (chance < 0.88) return { kind: 'answer', afterSeconds: 0.3 + random.next() };
    return chance < 0.94 ? { kind: 'decline', afterSeconds: 0.5 } : { kind: 'ignore' };
  }

  #colleague(): Behaviour {
    const { random } = this.#parts;
    const chance = random.next();
    if (chance < 0.68) return { kind: 'answer', afterSeconds: 0.4 + 2 * random.next() };
    return chance < 0.82 ? { kind: 'decline', afterSeconds: 0.4 + random.next() } : { kind: 'ignore' };
  }

  #tick(): void {
    const { random, callsPerMinute } = this.#parts;
    if (this.isDialling && random.next() < (callsPerMinute * tick) / 60_000) this.#dial();
    for (const record of this.#parts.diary.open) this.#beCaller(record);
    this.#answerNumbers();
    this.#beAtTheTelephone();
  }

  #dial(): void {
    const { simulator, diary, random } = this.#parts;
    const { reception, serviceDesk } = simulator.contoso.queues;
    // A number of its own for every caller, out of those kept for drama.
    this.#dialled += 1;
    const from = `+4477009${String(this.#dialled).padStart(5, '0')}`;
    const record = diary.dial(from, random.next() < 0.65 ? reception.number : serviceDesk.number);
    if (record === undefined) return;
    const patience = random.next() < 0.15 ? 1 + 20 * random.next() : Number.POSITIVE_INFINITY;
    this.#tempers.set(record, { patience, talk: 6 + 30 * random.next(), waited: 0, talked: 0 });
  }

  #beCaller(record: CallerRecord): void {
    const temper = this.#tempers.get(record);
    if (temper === undefined || !this.isRestless) return;
    const { hearing } = this.#parts.simulator.world.exchange.hearing.of(`outside:${record.lineId}`);
    if (hearing?.kind === 'talk') temper.talked += tick / 1_000;
    else temper.waited += tick / 1_000;
    if (temper.waited > temper.patience || temper.talked > temper.talk) this.#parts.diary.hangUp(record);
  }

  /** Telephones outside that are called. */
  #answerNumbers(): void {
    const { simulator, random } = this.#parts;
    for (const { id, target } of simulator.world.bells.all()) {
      if (target.kind !== 'number' || random.next() > 0.15) continue;
      if (random.next() < 0.75) simulator.world.bells.answer(id);
      else simulator.world.bells.decline(id);
    }
  }

  /** Everybody but the callers: some hang up, and whoever hears nobody any more does. */
  #beAtTheTelephone(): void {
    const { simulator, operators, random } = this.#parts;
    const { exchange } = simulator.world;
    for (const conversation of exchange.conversations.values()) {
      for (const member of humansIn(conversation)) {
        const { party } = member;
        if (this.#parts.diary.callers.has(party.id)) continue;
        const isAlone = humansIn(conversation).length === 1 && !member.hold;
        const since = isAlone ? (this.#alone.get(member.id) ?? Date.now()) : undefined;
        if (since === undefined) this.#alone.delete(member.id);
        else this.#alone.set(member.id, since);
        const isTired = since !== undefined && Date.now() - since > noticesAfter;
        const chance = operators.includes(party.id) ? 0.002 : 0.03;
        const goes = isTired || (this.isRestless && random.next() < chance);
        if (goes) exchange.leave(conversation, member.id, 'hungUp');
      }
    }
  }
}
