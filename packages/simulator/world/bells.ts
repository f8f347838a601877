import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Behaviour, Clients } from './clients.ts';
import type { Conversation, Party } from './conversation.ts';
import type { Directory } from './directory.ts';
import type { Exchange } from './exchange.ts';
import type { Person } from './person.ts';
import type { PresenceBook } from './presence-book.ts';
import type { WorldSettings } from './settings.ts';
import type { WorldLog } from './world-log.ts';

export type RingTarget =
  | { readonly kind: 'person'; readonly id: string }
  /** A person's voicemail, without ringing for the person. */
  | { readonly kind: 'mailbox'; readonly id: string }
  | { readonly kind: 'number'; readonly number: string };

export type RingOutcome =
  | { readonly kind: 'answered'; readonly memberId: string }
  | { readonly kind: 'voicemail'; readonly memberId: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'notSignedIn' }
  | { readonly kind: 'doNotDisturb' }
  | { readonly kind: 'busy' }
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

/** What befalls one ring of a person's client, whatever its settings say. */
export type RingFate =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'voicemail'; readonly afterSeconds: number }
  | { readonly kind: 'pickedUpBy'; readonly person: string; readonly afterSeconds: number };

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
  readonly settings: () => Pick<WorldSettings, 'voicemailByEndpoint' | 'keepIdWhenPickedUpByOther'>;
  /** Makes the outside party of a number that was called. */
  readonly pickUpOutside: (number: string) => Party;
  readonly onChange: () => void;
}

/** Everything that rings now. */
export class Bells {
  readonly #parts: Parts;
  readonly #bells = new Map<string, Bell>();
  #fateOf: (personId: string) => RingFate | undefined = () => undefined;

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

  /** Lets faults decide about each ring of a person that begins. */
  befall(fateOf: (personId: string) => RingFate | undefined): void {
    this.#fateOf = fateOf;
  }

  ring(request: RingRequest): Ringing {
    const { clock, newId, exchange, log } = this.#parts;
    const person =
      request.target.kind === 'number' ? undefined : this.#parts.directory.find(request.target.id);
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
    this.#begin(bell, request.timeoutMs);
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

  /**
   * Somebody else picks up what rings: a delegate, or a colleague of the same pick-up group. Who it is shows by the
   * identity alone; the participant id stays that of the invitation, the harder of the two readings, unless the setting
   * `keepIdWhenPickedUpByOther` says otherwise.
   *
   * @returns false when it rings no more, or they are in a call
   */
  pickUpFor(bellId: string, personId: string): boolean {
    const bell = this.#bells.get(bellId);
    const other = this.#parts.directory.find(personId);
    if (!bell || !other || this.#parts.exchange.where(`person:${other.id}`)) return false;
    this.#pickUp(bell, 'client', other);
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

  #begin(bell: Bell, timeoutMs: number | undefined): void {
    const { target } = bell;
    if (target.kind === 'mailbox') return queueMicrotask(() => this.#callMailbox(bell));
    if (timeoutMs !== undefined) this.#later(bell, timeoutMs, () => this.#end(bell, { kind: 'noAnswer' }));
    if (target.kind === 'number') {
      return this.#later(bell, outsideRingMs, () => this.#end(bell, { kind: 'noAnswer' }));
    }
    const person = this.#parts.directory.find(target.id);
    const refusal = this.#cannotRing(person);
    if (refusal || !person) return queueMicrotask(() => this.#end(bell, refusal ?? { kind: 'unknown' }));
    const { busyOnBusy } = this.#parts.clients.of(person.id);
    if (busyOnBusy !== 'ring' && this.#talks(person.id)) {
      return queueMicrotask(() =>
        busyOnBusy === 'busy' ? this.#end(bell, { kind: 'busy' }) : this.#giveUp(bell, person.id),
      );
    }
    const fate = this.#fateOf(person.id);
    if (fate?.kind === 'signedOut') return queueMicrotask(() => this.#end(bell, { kind: 'notSignedIn' }));
    this.#ringOn(bell, person.id, fate);
  }

  #cannotRing(person: Person | undefined): RingOutcome | undefined {
    if (!person || person.kind === 'resource') return { kind: 'unknown' };
    if (!person.accountEnabled || !this.#parts.clients.of(person.id).signedIn) return { kind: 'notSignedIn' };
    // A client that must not disturb does not ring.
    return this.#parts.presence.of(person.id).availability === 'DoNotDisturb'
      ? { kind: 'doNotDisturb' }
      : undefined;
  }

  /** In a call here, or in one elsewhere by what the presence shows. */
  #talks(personId: string): boolean {
    const { activity } = this.#parts.presence.of(personId);
    return activity === 'InACall' || activity === 'InAConferenceCall';
  }

  #ringOn(bell: Bell, personId: string, fate: RingFate | undefined): void {
    const { unanswered, pickedUpBy } = this.#parts.clients.of(personId);
    this.#later(bell, unanswered.afterSeconds * 1_000, () => this.#giveUp(bell, personId));
    if (fate?.kind === 'voicemail') {
      this.#later(bell, fate.afterSeconds * 1_000, () => this.#pickUp(bell, 'voicemail'));
    }
    const other = fate?.kind === 'pickedUpBy' ? fate : pickedUpBy;
    if (other) {
      this.#later(bell, other.afterSeconds * 1_000, () => void this.pickUpFor(bell.id, other.person));
    }
    this.#behave(bell, this.#parts.clients.behaviourFor(personId));
  }

  /** The person's own rule for calls that nobody answers. */
  #giveUp(bell: Bell, personId: string): void {
    if (!this.#bells.has(bell.id)) return;
    if (this.#parts.clients.of(personId).unanswered.then === 'voicemail') this.#pickUp(bell, 'voicemail');
    else this.#end(bell, { kind: 'noAnswer' });
  }

  #callMailbox(bell: Bell): void {
    if (!this.#bells.has(bell.id) || bell.target.kind !== 'mailbox') return;
    const works =
      this.#parts.settings().voicemailByEndpoint && this.#parts.directory.find(bell.target.id) !== undefined;
    if (works) this.#pickUp(bell, 'voicemail');
    else this.#end(bell, { kind: 'unknown' });
  }

  #later(bell: Bell, milliseconds: number, act: () => void): void {
    bell.timers.push(this.#parts.clock.after(milliseconds, act));
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

  #pickUp(bell: Bell, endpoint: 'client' | 'voicemail', other?: Person): void {
    this.#silence(bell);
    const { exchange, log, directory } = this.#parts;
    const { target } = bell;
    const person = other ?? (target.kind === 'number' ? undefined : directory.find(target.id));
    const party: Party =
      target.kind === 'number'
        ? this.#parts.pickUpOutside(target.number)
        : {
            kind: 'person',
            id: person?.id ?? target.id,
            name: person?.displayName ?? bell.targetName,
            endpoint,
          };
    const keepsId = !other || this.#parts.settings().keepIdWhenPickedUpByOther;
    const memberId = keepsId ? bell.participantId : this.#parts.newId();
    const member = exchange.join(bell.conversation, party, memberId);
    log.add(
      'ring',
      other
        ? `${other.displayName} picks up for ${bell.targetName}`
        : `${endpoint === 'voicemail' ? 'voicemail of ' : ''}${bell.targetName} answers`,
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
