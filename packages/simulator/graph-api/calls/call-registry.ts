import type { IdSource } from '@switchboard/kit/ids';
import type { Conversation } from '../../world/conversation.ts';
import type { CallState, GraphCall } from './graph-call.ts';

interface NewCall
  extends Pick<
    GraphCall,
    | 'applicationId'
    | 'direction'
    | 'source'
    | 'targets'
    | 'fromInstance'
    | 'routedNumber'
    | 'conversation'
    | 'callbackUri'
  > {
  readonly state: CallState;
  readonly roles?: readonly string[];
}

/** The legs that applications have now. One that ended is forgotten: Graph answers 404. */
export class CallRegistry {
  readonly #calls = new Map<string, GraphCall>();
  readonly #newId: IdSource;

  constructor(newId: IdSource) {
    this.#newId = newId;
  }

  /** Ids are compared without regard to case: Microsoft's pages write them both ways. */
  find(id: string): GraphCall | undefined {
    return this.#calls.get(id.toLowerCase());
  }

  of(conversation: Conversation): GraphCall | undefined {
    for (const call of this.#calls.values()) if (call.conversation === conversation) return call;
    return undefined;
  }

  all(): GraphCall[] {
    return [...this.#calls.values()];
  }

  add(given: NewCall): GraphCall {
    const call: GraphCall = {
      id: this.#newId(),
      callChainId: this.#newId(),
      myParticipantId: this.#newId(),
      roles: [],
      options: { hideBotAfterEscalation: false, isDeltaRosterEnabled: false },
      mediaConfig: undefined,
      result: undefined,
      operations: new Map(),
      playlist: [],
      playRound: 0,
      stopPlaying: undefined,
      sendingTones: new Set(),
      rings: new Set(),
      roster: [],
      rosterSequence: 0,
      etag: 1,
      listensForTones: false,
      toneSequence: 0,
      muted: false,
      timers: {},
      ...given,
    };
    this.#calls.set(call.id, call);
    return call;
  }

  remove(call: GraphCall): void {
    this.#calls.delete(call.id);
  }
}
