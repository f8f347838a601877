import type { EffectId, LegId, ParticipantId } from '../ids.ts';
import type { Party } from '../party/party.ts';

/**
 * What a decision asks of Graph. An effect is recorded with the decision and sent afterwards, in order within its
 * call; what Graph says to it comes back as a fact.
 */
export type CallEffect =
  | (EffectOf<'answer'> & { readonly prefetch: readonly Prompt[] })
  | (EffectOf<'reject'> & { readonly reason: 'busy' | 'none' | 'forbidden' })
  /** Sends a call that is not answered yet on to somebody else. */
  | (EffectOf<'redirect'> & { readonly party: Party /** In milliseconds. */; readonly ringFor: number })
  /** Gives a call between two away: the caller rings `party`, and with their answer our leg ends. */
  | (EffectOf<'transfer'> & { readonly party: Party })
  /** Plays once, to everybody in the leg. */
  | (EffectOf<'playPrompt'> & { readonly prompt: Prompt })
  /** Ends every prompt that plays or is queued. */
  | EffectOf<'stopPrompts'>
  /** Keys pressed towards the leg. Never sent twice. */
  | (EffectOf<'sendTones'> & { readonly tones: readonly Tone[] })
  /** Rings somebody into the leg, as the participant id that we choose. `toMailbox`: their mailbox, not their client. */
  | (EffectOf<'invite'> & {
      readonly party: Party;
      readonly participantId: ParticipantId;
      readonly toMailbox?: true;
    })
  /** Takes somebody out of the leg, or ends the ringing of an invitation. */
  | (EffectOf<'removeParticipant'> & { readonly participantId: ParticipantId })
  | (EffectOf<'startHoldMusic'> & { readonly participantId: ParticipantId; readonly prompt: Prompt })
  | (EffectOf<'stopHoldMusic'> & { readonly participantId: ParticipantId })
  | EffectOf<'keepAlive'>
  /** Asks how the leg stands; answered by the fact `legObserved`. */
  | EffectOf<'observe'>
  /** Ends our leg. In a leg with several participants the others stay together. */
  | EffectOf<'hangUp'>;

interface EffectOf<Type extends string> {
  readonly type: Type;
  readonly effectId: EffectId;
  readonly leg: LegId;
}

export const tones = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;
/** A key of a telephone. */
export type Tone = (typeof tones)[number];

/** A sound file: WAV, PCM 16 bit, 16 kHz, mono. */
export interface Prompt {
  /** Where Graph fetches it. */
  readonly url: string;
  /** Graph's cache key for it. */
  readonly resourceId: string;
  readonly milliseconds: number;
}
