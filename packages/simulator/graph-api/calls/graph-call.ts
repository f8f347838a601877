import type { Cancel } from '@switchboard/kit/clock';
import type { Conversation } from '../../world/conversation.ts';
import type { Operation } from './comms-operation.ts';
import type { IdentitySet, InvitationTarget } from './identity.ts';
import type { ResultInfo } from './result-info.ts';
import type { RosterParticipant } from './roster-participant.ts';

export type CallState =
  | 'incoming'
  | 'establishing'
  | 'established'
  | 'transferring'
  | 'transferAccepted'
  | 'redirecting'
  | 'terminated';

export interface CallOptions {
  readonly hideBotAfterEscalation: boolean;
  readonly isDeltaRosterEnabled: boolean;
}

/** One prompt operation that waits or plays. */
export interface Playing {
  readonly operation: Operation;
  readonly media: readonly { readonly uri: string; readonly resourceId: string | null }[];
}

/**
 * One leg of an application.
 *
 *     incoming ─▶ establishing ─▶ established ─▶ transferring ─▶ transferAccepted ─▶ terminated
 *        │                         ▲   │            │
 *        ├▶ redirecting ──────┐    └───┼────────────┘ (target not reached)
 *        └────────────────────┴────────┴──▶ terminated
 */
export interface GraphCall {
  readonly id: string;
  readonly applicationId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly callChainId: string;
  readonly myParticipantId: string;
  readonly source: { readonly identity: IdentitySet };
  readonly targets: readonly InvitationTarget[];
  /** True when a number may be called from here: the leg hangs on an application instance. */
  readonly fromInstance: boolean;
  readonly routedNumber: string | null;
  conversation: Conversation;
  state: CallState;
  callbackUri: string;
  /** What the token held that answered, redirected or created the call. */
  roles: readonly string[];
  options: CallOptions;
  mediaConfig: unknown;
  result: ResultInfo | undefined;
  readonly operations: Map<string, Operation>;
  readonly playlist: Playing[];
  /** Changes whenever what plays now is no longer to be waited for. */
  playRound: number;
  stopPlaying: Cancel | undefined;
  /** What ends the sending of tones before its time. */
  readonly sendingTones: Set<Cancel>;
  readonly rings: Set<string>;
  roster: readonly RosterParticipant[];
  rosterSequence: number;
  etag: number;
  listensForTones: boolean;
  toneSequence: number;
  muted: boolean;
  readonly timers: { answer?: Cancel; keepAlive?: Cancel; empty?: Cancel };
}

export const isGroup = (call: GraphCall): boolean => call.conversation.kind === 'group';

export const callPath = (call: GraphCall): string => `/communications/calls/${call.id}`;
