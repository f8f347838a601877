import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import {
  applicationIn,
  type Conversation,
  humansIn,
  type Member,
  type Party,
  partyKey,
  partyName,
} from './conversation.ts';
import { HearingBook } from './hearing-book.ts';

export type LeaveReason = 'hungUp' | 'removed' | 'ended' | 'moved';

export type ExchangeEvent =
  | { readonly kind: 'joined'; readonly conversation: Conversation; readonly member: Member }
  | {
      readonly kind: 'left';
      readonly conversation: Conversation;
      readonly member: Member;
      readonly reason: LeaveReason;
    }
  | { readonly kind: 'changed'; readonly conversation: Conversation; readonly member: Member | undefined }
  | { readonly kind: 'ended'; readonly conversation: Conversation };

/**
 * Who is connected with whom. It knows members, hold, prompts and when a conversation is over; who may do what is
 * decided by those who call it.
 *
 * A conversation of two ends when one leaves. A group goes on while an application is in it, else until fewer than two
 * people are left and nobody rings. Somebody on hold stays on hold when the application leaves: nothing in
 * Microsoft's pages says that it ends, so the harder reading is taken.
 */
export class Exchange {
  readonly conversations = new Map<string, Conversation>();
  readonly hearing: HearingBook;
  readonly #clock: Clock;
  readonly #newId: IdSource;
  readonly #listeners = new Set<(event: ExchangeEvent) => void>();

  constructor(clock: Clock, newId: IdSource) {
    this.#clock = clock;
    this.#newId = newId;
    this.hearing = new HearingBook(clock);
  }

  onEvent(listener: (event: ExchangeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open(kind: Conversation['kind']): Conversation {
    const conversation: Conversation = {
      id: this.#newId(),
      kind,
      startedAt: this.#clock.now(),
      members: new Map(),
      ringing: new Set(),
      alerting: true,
      playing: undefined,
    };
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }

  /** @param memberId the participant id to be given; a new one without it */
  join(conversation: Conversation, party: Party, memberId: string = this.#newId()): Member {
    const member: Member = {
      id: memberId,
      party,
      joinedAt: this.#clock.now(),
      hold: undefined,
      muted: false,
    };
    conversation.members.set(memberId, member);
    if (conversation.members.size > 1) conversation.alerting = false;
    this.#changed(conversation, { kind: 'joined', conversation, member });
    return member;
  }

  /** Nothing happens when the member has left already. */
  leave(conversation: Conversation, memberId: string, reason: LeaveReason): void {
    const member = conversation.members.get(memberId);
    if (!member) return;
    conversation.members.delete(memberId);
    if (reason !== 'moved') this.hearing.leave(partyKey(member.party));
    this.#changed(conversation, { kind: 'left', conversation, member, reason });
    this.endIfOver(conversation);
  }

  /** To be called when something that kept the conversation alive is gone. */
  endIfOver(conversation: Conversation): void {
    if (!this.conversations.has(conversation.id)) return;
    const people = humansIn(conversation).length;
    const members = conversation.members.size;
    const goesOn =
      conversation.kind === 'p2p'
        ? members >= 2 || conversation.ringing.size > 0 || conversation.alerting
        : applicationIn(conversation) !== undefined ||
          people >= 2 ||
          (people > 0 && conversation.ringing.size > 0);
    if (!goesOn || members === 0) this.end(conversation);
  }

  end(conversation: Conversation): void {
    if (!this.conversations.delete(conversation.id)) return;
    for (const member of conversation.members.values()) {
      conversation.members.delete(member.id);
      this.hearing.leave(partyKey(member.party));
      this.#emit({ kind: 'left', conversation, member, reason: 'ended' });
    }
    this.#emit({ kind: 'ended', conversation });
  }

  setHold(conversation: Conversation, member: Member, hold: Member['hold']): void {
    member.hold = hold;
    this.#changed(conversation, { kind: 'changed', conversation, member });
  }

  setMuted(conversation: Conversation, member: Member, muted: boolean): void {
    member.muted = muted;
    this.#changed(conversation, { kind: 'changed', conversation, member });
  }

  /** Changes what belongs to the whole conversation. */
  set(
    conversation: Conversation,
    change: Partial<Pick<Conversation, 'kind' | 'alerting' | 'playing'>>,
  ): void {
    Object.assign(conversation, change);
    this.#changed(conversation, { kind: 'changed', conversation, member: undefined });
  }

  /** The conversation in which the party is now, with its membership there. */
  where(key: string): { readonly conversation: Conversation; readonly member: Member } | undefined {
    for (const conversation of this.conversations.values()) {
      for (const member of conversation.members.values()) {
        if (partyKey(member.party) === key && !isVoicemail(member.party)) return { conversation, member };
      }
    }
    return undefined;
  }

  describe(conversation: Conversation): string {
    return [...conversation.members.values()].map(({ party }) => partyName(party)).join(', ');
  }

  #changed(conversation: Conversation, event: ExchangeEvent): void {
    this.hearing.refresh(conversation);
    this.#emit(event);
  }

  #emit(event: ExchangeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

const isVoicemail = (party: Party): boolean => party.kind === 'person' && party.endpoint === 'voicemail';
