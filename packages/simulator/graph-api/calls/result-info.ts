/** Why something ended, as Graph tells it. */
export interface ResultInfo {
  readonly code: number;
  readonly subcode: number;
  readonly message: string;
}

const result = (code: number, subcode: number, message: string): ResultInfo => ({ code, subcode, message });

/**
 * Codes of https://learn.microsoft.com/graph/api/call-delete ("Call end reason codes"), read 2026-11-23.
 * Those under `chosen` stand in no page that could be read: a likely number was taken and may be changed.
 */
export const results = {
  operationDone: result(200, 0, 'Action completed successfully.'),
  operationCancelled: result(400, 8508, 'Action failed, the operation was cancelled.'),
  endedByPeer: result(200, 4521, 'The call was ended by the other participant.'),
  endedByPhone: result(200, 540000, 'The call was ended by the PSTN user.'),
  endedByApplication: result(200, 7000, 'The call was ended by the application.'),
  removed: result(200, 5000, 'The participant was removed from the conversation.'),
  lastOne: result(200, 5010, 'The conversation ended as only one participant was left.'),
  conversationEnded: result(200, 5001, 'The conversation has ended.'),
  peerLeft: result(200, 18503, 'The other participant left the call.'),
  transferred: result(0, 7015, 'GracefulTransferCompleted'),
  transferRefused: result(500, 7000, 'The transfer was refused by the target.'),
  transferFailed: result(500, 7700, 'The transfer failed, the target could not be reached.'),
  noKeepAlive: result(408, 8537, 'The call was ended as no keepAlive was received.'),
  noAnswer: result(408, 10057, 'No signalling was received from the callee endpoints.'),
  notSignedIn: result(480, 10037, 'No callee endpoints were found.'),
  unreachable: result(480, 10076, 'The callee is unreachable.'),
  noRoute: result(480, 10134, 'The call cannot be routed to the callee.'),
} as const;

export const chosen = {
  declined: result(603, 0, 'The callee declined the call.'),
  busy: result(486, 0, 'The callee is busy.'),
  redirected: result(200, 0, 'The call was redirected and answered.'),
  rejected: result(200, 10550, 'The call was rejected by the application.'),
  mediaFailed: result(400, 8509, 'Action failed, the media could not be played.'),
} as const;

export const resultInfoJson = (result: ResultInfo | undefined): unknown =>
  result ? { '@odata.type': '#microsoft.graph.resultInfo', ...result } : null;
