import type { ResultInfo } from './result-info.ts';

export type OperationType =
  | 'playPromptOperation'
  | 'inviteParticipantsOperation'
  | 'startHoldMusicOperation'
  | 'stopHoldMusicOperation'
  | 'cancelMediaProcessingOperation'
  | 'subscribeToToneOperation'
  | 'sendDtmfTonesOperation'
  | 'muteParticipantOperation'
  | 'unmuteParticipantOperation';

/**
 * Something asked of a call that takes time. Those that end later are told with a `deleted` notification; those
 * that are over in the direct answer are not (https://learn.microsoft.com/graph/api/resources/commsoperation).
 */
export interface Operation {
  readonly id: string;
  readonly type: OperationType;
  readonly clientContext: string | null;
  /** Members of this type of operation only. */
  details: Readonly<Record<string, unknown>>;
  status: 'running' | 'completed' | 'failed';
  result: ResultInfo | undefined;
}
