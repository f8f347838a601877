import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Behaviour, Clients } from './clients.ts';
import type { Conversation, Party } from './conversation.ts';
import type { Directory } from './directory.ts';
import type { Exchange } from './exchange.ts';
import type { PresenceBook } from './presence-book.ts';
import type { WorldLog } from './world-log.ts';

export type RingTarget =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'number'; readonly number: string };

export type RingOutcome =
  | { readonly kind: 'answered'; readonly memberId: string }
  | { readonly kind: 'voicemail'; readonly memberId: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'notSignedIn' }
  | { readonly kind: 'doNotDisturb' }
  | { readonly kind: 'unknown' };

/** A client or a telephone that rings for somebody to come into a conversation. */
export interface Ringing {
  readonly id: string;
  readonly target: RingTarget;
  readonly targetName: string;
  readonly conversation: Conversation;
  /** Who calls, as the screen shows it. */
  readonly from: string;
  readonly since: Instant;
  /** The participant id that whoever answers will have. */
  readonly participantId: string;
}

export interface RingRequest {
  readonly conversation: Conversation;
  readonly target: RingTarget;
  readonly from: string;
  readonly participantId?: string;
  /** The caller gives up after so long; without it only the target's own rule ends the ringing. */
  readonly timeoutMs?: number;
  /** Called once, never before `ring` has returned. */
  readonly onEnd: (outcome: RingOutcome) => void;
}

interface Bell extends Ringing {
  readonly onEnd: (outcome: RingOutcome) => void;
  readonly timers: Cancel[];
}

/** How long an outside telephone rings before its network gives up: what most carriers allow. */
const outsideRingMs = 60_000;

interface Parts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly directory: Directory;
  readonly clients: Clients;
  readonly presence: PresenceBook;
  readonly exchange: Exchange;
  readonly log: WorldLog;
  /** Makes the outside party of a number that was called. */
  readonly pickUpOutside: (number: string) => Party;
  readonly onChange: () => void;
}

/** Everything that rings now. */
export class Bells {
  readonly #parts: Parts;
  readonly #bells = new Map<string, Bell>();

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.exchange.onEvent((event) => {
      if (event.kind !== 'ended') return;
      for (const bell of this.of(event.conversation)) this.withdraw(bell.id);
    });
  }

  all(): Ringing[] {
    return [...this.#bells.values()];
  }

  of(conversation: Conversation): Ringing[] {
    return this.all().filter((bell) => bell.conversation === conversation);
  }

  forPerson(personId: string): Ringing[] {
    return this.all().filter(({ target }) => target.kind === 'person' && target.id === personId);
  }

  forNumber(number: string): Ringing[] {
    return this.all().filter(({ target }) => target.kind === 'number' && target.number === number);
  }

  ring(request: RingRequest): Ringing {
    const { clock, newId, exchange, log } = this.#parts;
    const person =
      request.target.kind === 'person' ? this.#parts.directory.find(request.target.id) : undefined;
    const bell: Bell = {
      id: newId(),
      target: request.target,
      targetName:
        request.target.kind === 'number' ? request.target.number : (person?.displayName ?? 'nobody'),
      conversation: request.conversation,
      from: request.from,
      since: clock.now(),
      participantId: request.participantId ?? newId(),
      onEnd: request.onEnd,
      timers: [],
    };
    this.#bells.set(bell.id, bell);
    request.conversation.ringing.add(bell.id);
    log.add('ring', `${bell.from} rings ${bell.targetName}`, request.conversation.id);
    const refusal = this.#cannotRing(request.target);
    if (refusal) queueMicrotask(() => this.#end(bell, refusal));
    else this.#start(bell, request.timeoutMs);
    exchange.set(request.conversation, {});
    return bell;
  }

  /** @returns false when it rings no more */
  answer(bellId: string): boolean {
    const bell = this.#bells.get(bellId);
    if (!bell) return false;
    this.#pickUp(bell, 'client');
    return true;
  }

  decline(bellId: string): boolean {
    const bell = this.#bells.get(bellId);
    if (bell) this.#end(bell, { kind: 'declined' });
    return bell !== undefined;
  }

  withdraw(bellId: string): boolean {
    const bell = this.#bells.get(bellId);
    if (bell) this.#end(bell, { kind: 'withdrawn' });
    return bell !== undefined;
  }

  #cannotRing(target: RingTarget): RingOutcome | undefined {
    if (target.kind === 'number') return undefined;
    const person = this.#parts.directory.find(target.id);
    if (!person || person.kind === 'resource') return { kind: 'unknown' };
    if (!person.accountEnabled || !this.#parts.clients.of(person.id).signedIn) return { kind: 'notSignedIn' };
    // A client that must not disturb does not ring.
    return this.#parts.presence.of(person.id).availability === 'DoNotDisturb'
      ? { kind: 'doNotDisturb' }
      : undefined;
  }

  #start(bell: Bell, timeoutMs: number | undefined): void {
    const { clock, clients } = this.#parts;
    if (timeoutMs !== undefined) {
      bell.timers.push(clock.after(timeoutMs, () => this.#end(bell, { kind: 'noAnswer' })));
    }
    if (bell.target.kind === 'number') {
      bell.timers.push(clock.after(outsideRingMs, () => this.#end(bell, { kind: 'noAnswer' })));
      return;
    }
    const personId = bell.target.id;
    const { unanswered } = clients.of(personId);
    const unansweredAfter = unanswered.afterSeconds * 1_000;
    bell.timers.push(
      clock.after(unansweredAfter, () => {
        if (unanswered.then === 'voicemail') this.#pickUp(bell, 'voicemail');
        else this.#end(bell, { kind: 'noAnswer' });
      }),
    );
    this.#behave(bell, clients.behaviourFor(personId));
  }

  #behave(bell: Bell, behaviour: Behaviour): void {
    const { clock, exchange } = this.#parts;
    if (behaviour.kind === 'manual' || behaviour.kind === 'ignore') return;
    const act = (): void => {
      if (behaviour.kind === 'decline') this.decline(bell.id);
      // Somebody who talks lets the second call ring.
      else if (bell.target.kind !== 'person' || !exchange.where(`person:${bell.target.id}`))
        this.answer(bell.id);
    };
    bell.timers.push(clock.after(behaviour.afterSeconds * 1_000, act));
  }

  #pickUp(bell: Bell, endpoint: 'client' | 'voicemail'): void {
    this.#silence(bell);
    const { exchange, log, directory } = this.#parts;
    const person = bell.target.kind === 'person' ? directory.find(bell.target.id) : undefined;
    const party: Party =
      bell.target.kind === 'number'
        ? this.#parts.pickUpOutside(bell.target.number)
        : { kind: 'person', id: person?.id ?? bell.target.id, name: bell.targetName, endpoint };
    const member = exchange.join(bell.conversation, party, bell.participantId);
    log.add(
      'ring',
      `${endpoint === 'voicemail' ? 'voicemail of ' : ''}${bell.targetName} answers`,
      bell.conversation.id,
    );
    bell.onEnd({ kind: endpoint === 'voicemail' ? 'voicemail' : 'answered', memberId: member.id });
  }

  #end(bell: Bell, outcome: RingOutcome): void {
    if (!this.#bells.has(bell.id)) return;
    this.#silence(bell);
    this.#parts.log.add('ring', `${bell.targetName} stops ringing: ${outcome.kind}`, bell.conversation.id);
    bell.onEnd(outcome);
    this.#parts.exchange.endIfOver(bell.conversation);
    this.#parts.onChange();
  }

  #silence(bell: Bell): void {
    this.#bells.delete(bell.id);
    bell.conversation.ringing.delete(bell.id);
    for (const cancel of bell.timers) cancel();
  }
}
