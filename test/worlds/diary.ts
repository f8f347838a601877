import { humansIn, partyKey } from '@switchboard/simulator/world/conversation';
import type { ExchangeEvent } from '@switchboard/simulator/world/exchange';
import type { World } from '@switchboard/simulator/world/world';

/** What became of one caller, as Microsoft's world saw it. */
export interface CallerRecord {
  readonly lineId: string;
  readonly number: string;
  /** The caller ended the call themselves. */
  hasHungUp: boolean;
  /** They have heard something else than ringing. */
  wasAnswered: boolean;
  /** Somebody has talked to them. */
  hasTalked: boolean;
  /** The caller was in a call when the soak was over, and hung up since it was. */
  wasThereAtTheEnd: boolean;
  end?: CallerEnd;
}

interface CallerEnd {
  readonly at: number;
  /** Milliseconds. */
  readonly longestSilence: number;
  /** Who of those in the call have hung up in their own Teams, in this order. */
  readonly hungUp: readonly HungUp[];
  /** An application has taken the caller out of the call. */
  readonly isRemoved: boolean;
}

interface HungUp {
  readonly id: string;
  readonly at: number;
  /** How long they had been in the call, in milliseconds. */
  readonly stayed: number;
}

/** Follows every outside caller from the first ring to the end, by the simulated Microsoft alone. */
export class Diary {
  readonly callers = new Map<string, CallerRecord>();
  readonly #world: World;
  readonly #hungUp = new Map<string, readonly HungUp[]>();

  constructor(world: World) {
    this.#world = world;
    world.exchange.onEvent((event) => this.#follow(event));
  }

  dial(from: string, to: string): CallerRecord | undefined {
    const dialled = this.#world.lines.dial(from, to, null);
    if (!dialled.ok) return undefined;
    const record: CallerRecord = {
      lineId: dialled.value.id,
      number: dialled.value.number,
      hasHungUp: false,
      wasAnswered: false,
      hasTalked: false,
      wasThereAtTheEnd: false,
    };
    this.callers.set(record.lineId, record);
    return record;
  }

  hangUp(record: CallerRecord): void {
    if (record.end !== undefined) return;
    record.hasHungUp = true;
    this.#world.lines.hangUp(record.lineId);
  }

  hangUpAtTheEnd(record: CallerRecord): void {
    record.wasThereAtTheEnd = true;
    this.hangUp(record);
  }

  get open(): readonly CallerRecord[] {
    return [...this.callers.values()].filter(({ end }) => end === undefined);
  }

  #follow(event: ExchangeEvent): void {
    if (event.kind === 'ended') this.#hungUp.delete(event.conversation.id);
    if (event.kind === 'joined' || event.kind === 'changed') return this.#noteHearing(event);
    if (event.kind !== 'left') return;
    const { conversation, member, reason } = event;
    const now = this.#world.clock.now();
    const isSomebodyElse = member.party.kind !== 'application' && !this.callers.has(member.party.id);
    if (isSomebodyElse && reason === 'hungUp')
      this.#hungUp.set(conversation.id, [
        ...(this.#hungUp.get(conversation.id) ?? []),
        { id: member.party.id, at: now, stayed: now - member.joinedAt },
      ]);
    const record = this.callers.get(member.party.id);
    if (record === undefined || reason === 'moved') return;
    const { longestSilence } = this.#world.exchange.hearing.of(partyKey(member.party));
    const hungUp = this.#hungUp.get(conversation.id) ?? [];
    record.end = { at: now, longestSilence, hungUp, isRemoved: reason === 'removed' };
  }

  #noteHearing({ conversation }: Exclude<ExchangeEvent, { kind: 'left' }>): void {
    for (const { party } of humansIn(conversation)) {
      const record = this.callers.get(party.id);
      if (record === undefined || record.hasTalked) continue;
      const { hearing } = this.#world.exchange.hearing.of(partyKey(party));
      record.wasAnswered ||= hearing?.kind !== 'ringing';
      record.hasTalked = hearing?.kind === 'talk';
    }
  }
}
