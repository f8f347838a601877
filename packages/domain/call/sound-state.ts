import type { Instant } from '@switchboard/kit/clock';
import type { EffectId, ParticipantId } from '../ids.ts';

/** What a prompt is for; it decides what follows its end. */
export type PromptRole = 'greeting' | 'music' | 'message' | 'announcement';

/** What the caller hears from us. */
export type Sound =
  | { readonly kind: 'none' }
  /** Played to the whole leg, once; `endsBy` is when it is certainly over. */
  | {
      readonly kind: 'prompt';
      readonly role: PromptRole;
      readonly effectId: EffectId;
      readonly endsBy: Instant;
      /** How many attempts before this one failed in a row; absent when none did. */
      readonly failures?: number;
    }
  /** A prompt failed; at `retryAt` comes the next attempt, or what follows a message that broke off. */
  | { readonly kind: 'silence'; readonly retryAt: Instant; readonly failures: number }
  /** Hold music for one participant alone: the caller, or, in a swapped consultation, the colleague. `isOn`: Graph has said yes. */
  | {
      readonly kind: 'hold';
      readonly effectId: EffectId;
      readonly isOn: boolean;
      readonly participantId: ParticipantId;
      /** How many attempts before this one failed in a row; absent when none did. */
      readonly failures?: number;
      /** An attempt before this one may have worked: that somebody is on hold already is good news then. */
      readonly isDoubted?: true;
    };
