/* oxlint-disable vitest/no-standalone-expect -- the steps of a story are called from tests only */
import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { expect } from 'vitest';
import type { Queue } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import type { CallState } from './call-state.ts';
import type { CallCommand, CallRefusal, OfferCommand } from './command.ts';
import { decideOnCommand, decideOnFact, decideOnIncoming, decideOnOffer } from './decide.ts';
import type { CallContext, Decided } from './decision.ts';
import type { CallEffect } from './effect.ts';
import { evolve } from './evolve.ts';
import type { CallFact, CallIncoming } from './fact.ts';

export type Input = CallFact | CallCommand | OfferCommand;
/** An input, or how to make it of what only the call itself knows, as the id of an invitation. */
export type Step = Input | ((told: CallStory) => Input);

/**
 * The outcome of the newest input by its names. What is left out may be anything; that the next question to Graph is
 * planned counts where it is named.
 */
export interface Outcomes {
  readonly state?: CallState['name'];
  readonly events?: readonly string[];
  readonly effects?: readonly string[];
}

/** When the calls of these tests begin. */
const start: Instant = Date.UTC(2026, 2, 2, 9, 0);

export const isCommand = (input: Input): input is CallCommand => 'operatorId' in input;

/** One call, told step by step. Its state is what the events fold to, and nothing else. */
export class CallStory {
  now: Instant = start;
  state: CallState;
  /** What the newest input came to; after a refused command, what was before it. */
  last: Decided;
  refusal: CallRefusal | undefined;
  lastInput: Input | undefined;
  /** The number of the newest roster. */
  sequence = 0;
  readonly effects: CallEffect[] = [];
  /** What was told first of what became of an effect. */
  readonly answers = new Map<string, 'effectDone' | 'effectRefused'>();
  /** Operators with an open console. */
  readonly here = new Set<string>();
  /** Slots of the tenant in which other calls are parked. */
  readonly takenSlots = new Set<number>();
  situation: QueueSituation;
  #queue: Queue;
  #ids = 0;
  #hasBegun = false;

  constructor(queue: Queue, incoming: CallIncoming, situation: QueueSituation) {
    this.#queue = queue;
    this.situation = situation;
    this.last = decideOnIncoming(incoming, this.context, this.now);
    this.state = this.last.state;
    this.#hasBegun = true;
    this.effects.push(...this.last.effects);
  }

  get context(): CallContext {
    return {
      queue: this.#queueOfCall(),
      newId: () => `id-${++this.#ids}`,
      isOperatorHere: (id) => this.here.has(id),
      situation: this.situation,
      takenSlots: this.takenSlots,
    };
  }

  /** The queue of the call is another now, or treats its calls otherwise. */
  inQueue(change: Partial<Queue>, settings: Partial<Queue['settings']> = {}): this {
    this.#queue = { ...this.#queue, ...change, settings: { ...this.#queue.settings, ...settings } };
    return this;
  }

  withQueueNow(situation: Partial<QueueSituation>): this {
    this.situation = { ...this.situation, ...situation };
    return this;
  }

  when(...inputs: readonly Step[]): this {
    for (const step of inputs) {
      const input = typeof step === 'function' ? step(this) : step;
      this.#take(input);
    }
    return this;
  }

  /** Lets time pass; nothing happens by that alone. */
  after(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  /** Closes an operator's console for good. */
  withoutConsoleOf(operatorId: string): this {
    this.here.delete(operatorId);
    return this;
  }

  then(expected: Outcomes): this {
    expect(this.refusal).toBeUndefined();
    const outcome: Outcomes = {
      state: this.state.name,
      events: this.last.events
        .map((event) => event.type)
        .filter((type) => type !== 'checkPlanned' || expected.events?.includes(type) === true),
      effects: this.last.effects.map((effect) => effect.type),
    };
    expect(outcome).toMatchObject(expected);
    return this;
  }

  thenNothing(): this {
    expect(this.refusal).toBeUndefined();
    expect(this.last).toMatchObject({ events: [], effects: [] });
    expect(this.last.ignored).toBeTypeOf('string');
    return this;
  }

  thenRefused(refusal: CallRefusal): this {
    expect(this.refusal).toEqual(refusal);
    return this;
  }

  /** The call is in a state with these properties. */
  thenCall(expected: object): this {
    expect(this.state).toMatchObject(expected);
    return this;
  }

  /** The newest that was asked of this kind. */
  asked<Type extends CallEffect['type']>(type: Type): Extract<CallEffect, { type: Type }> {
    const isWanted = (effect: CallEffect): effect is Extract<CallEffect, { type: Type }> =>
      effect.type === type;
    return must(this.effects.findLast(isWanted), `an effect ${type}`);
  }

  /** A call is decided on by the queue that it is in. */
  #queueOfCall(): Queue {
    const { queueId } = this.#hasBegun ? this.state : this.#queue;
    return { ...this.#queue, queueId };
  }

  #take(input: Input): void {
    this.refusal = undefined;
    this.lastInput = input;
    const isAnswer = input.type === 'effectDone' || input.type === 'effectRefused';
    if (isAnswer && !this.answers.has(input.effectId)) this.answers.set(input.effectId, input.type);
    const { state, context, now } = this;
    if (input.type === 'offer') {
      this.#keep(decideOnOffer(state, input, context, now));
      return;
    }
    if (!isCommand(input)) {
      this.#keep(decideOnFact(state, input, context, now));
      return;
    }
    const result = decideOnCommand(state, input, context, now);
    if (result.ok) this.#keep(result.value);
    else this.refusal = result.refusal;
  }

  #keep(decided: Decided): void {
    this.last = decided;
    this.effects.push(...decided.effects);
    for (const event of decided.events) this.state = evolve(this.state, event, this.now);
  }
}
