import type { CallState } from '@switchboard/domain/call/call-state';
import { openInvitation } from '@switchboard/domain/call/invite';
import { inLegByUs } from '@switchboard/domain/call/roster';
import { type Conversation, humansIn, partyKey } from '@switchboard/simulator/world/conversation';
import { operators } from './cast.ts';
import type { MemoryWorld } from './world.ts';

/** For so long something may be otherwise than it is to be, in milliseconds: by what the world is spared. */
export interface Limits {
  /** A caller hears nothing. */
  readonly silence: number;
  /** Two operators are in one call: the one who goes is shown out by a request that may fail. */
  readonly together: number;
  /** Music plays over people who talk, or one of them is on hold. */
  readonly talkedOver: number;
  /** A caller hears what operator and colleague say of them. */
  readonly overheard: number;
  /** Somebody rings whom the call does not want any more; absent: it cannot be helped. */
  readonly ringing?: number;
  /** Somebody rings twice for one call. */
  readonly twice?: number;
}

/** What must be true at every moment. In words what is not; nothing: all is well. */
export class MomentPromises {
  /** The longest time that each promise had to wait for. */
  readonly longest: Record<keyof Limits, number> = {
    silence: 0,
    together: 0,
    talkedOver: 0,
    overheard: 0,
    ringing: 0,
    twice: 0,
  };
  readonly #world: MemoryWorld;
  readonly #limits: Limits;
  readonly #broken = new Map<string, number>();
  /** Since when something is otherwise, and when it was last seen so. */
  readonly #since = new Map<string, { readonly since: number; round: number }>();
  #round = 0;

  constructor(world: MemoryWorld, limits: Limits) {
    this.#world = world;
    this.#limits = limits;
    world.onMoment = () => this.look();
  }

  get broken(): readonly string[] {
    return [...this.#broken].map(([what, lasted]) => `${what} for ${lasted} ms`);
  }

  look(): void {
    this.#round += 1;
    const { exchange } = this.#world.microsoft.world;
    for (const { lineId, number } of this.#world.diary.open)
      this.#judge(
        'silence',
        exchange.hearing.of(`outside:${lineId}`).longestSilence,
        `${number} hears nothing`,
      );
    for (const conversation of exchange.conversations.values()) this.#lookAt(conversation);
    for (const [what, { round }] of this.#since) if (round < this.#round) this.#since.delete(what);
  }

  #lookAt(conversation: Conversation): void {
    const call = this.#callOf(conversation);
    const heard = humansIn(conversation).filter(({ hold }) => !hold);
    const guests = guestsOf(call);
    const both = operators.filter(
      (id) => !guests.has(id) && [...conversation.members.values()].some(({ party }) => party.id === id),
    );
    this.#note('together', both.length > 1, `two operators in one call ${conversation.id}`);
    const isPlayed = conversation.playing !== undefined && heard.length > 1;
    this.#note('talkedOver', isPlayed, `a prompt plays over people who talk in ${conversation.id}`);
    this.#lookAtBells(conversation, call);
    if (call === undefined) return;
    const isHeld = call.name === 'connected' || call.name === 'merged' || call.name === 'handedOver';
    const onHold = humansIn(conversation).some(({ hold }) => hold);
    this.#note('talkedOver', isHeld && onHold, `${call.name}, and somebody is on hold: ${call.callId}`);
    if (call.name !== 'consulting' || call.targetParticipantId === undefined) return;
    this.#note('overheard', heard.length > 2, `consulting, and nobody is on hold: ${call.callId}`);
  }

  #lookAtBells(conversation: Conversation, call: CallState | undefined): void {
    const wanted = call === undefined ? undefined : wantedIn(call);
    const seen = new Set<string>();
    for (const { target, targetName } of this.#world.microsoft.world.bells.of(conversation)) {
      const id = target.kind === 'number' ? target.number : target.id;
      this.#note('ringing', id !== wanted, `${targetName} rings in vain: ${conversation.id}`);
      this.#note('twice', seen.has(id), `${targetName} rings twice: ${conversation.id}`);
      seen.add(id);
    }
  }

  #callOf(conversation: Conversation): CallState | undefined {
    const keys = new Set(humansIn(conversation).map(({ party }) => partyKey(party)));
    const record = this.#world.diary.open.find(({ lineId }) => keys.has(`outside:${lineId}`));
    return record === undefined ? undefined : this.#world.callOf(record.number);
  }

  #note(promise: keyof Limits, isBroken: boolean, what: string): void {
    if (!isBroken) return;
    const now = this.#world.clock.now();
    const known = this.#since.get(what) ?? { since: now, round: 0 };
    known.round = this.#round;
    this.#since.set(what, known);
    this.#judge(promise, now - known.since, what);
  }

  #judge(promise: keyof Limits, lasted: number, what: string): void {
    this.longest[promise] = Math.max(this.longest[promise], lasted);
    const limit = this.#limits[promise];
    if (limit !== undefined && lasted > limit) this.#broken.set(what, lasted);
  }
}

/** Whom the call wants to ring. One that was sent on unanswered has left us, and rings where it was sent. */
function wantedIn(call: CallState): string | undefined {
  const isSentOn = call.name === 'ended' && call.reason === 'handedOver' && call.bridge === 'direct';
  const party = isSentOn ? call.target : openInvitation(call)?.party;
  return party === undefined ? undefined : idOf(party);
}

/** Whoever is in the call as a colleague, an operator too who has picked up for somebody. */
function guestsOf(call: CallState | undefined): ReadonlySet<string> {
  if (call === undefined) return new Set();
  const own = 'operatorParticipantId' in call && call.operatorParticipantId !== undefined ? 1 : 0;
  return new Set(
    inLegByUs(call)
      .slice(own)
      .map(({ party }) => idOf(party)),
  );
}

const idOf = (party: CallState['caller']): string =>
  party.kind === 'person' ? party.id : party.kind === 'number' ? party.number : '';
