import type { MessageFailure } from '@switchboard/domain/message/message';
import type { SendingOutcome } from '@switchboard/domain/message/message-outcome';
import type { GraphProblem } from '../client/graph-problem.ts';

/** What came of sending, with the problem that it met, for the log. */
export interface SendingAnswer {
  readonly outcome: SendingOutcome;
  readonly problem?: GraphProblem;
}

/**
 * Outlook's and Teams' words for what is wrong with the sender or the recipient, in lower case. Microsoft's pages do not
 * list them; the status decides where a word is unknown (docs/graph/sending-mail.md).
 */
const failures: ReadonlyMap<string, MessageFailure> = new Map([
  ['mailboxnotenabledforrestapi', 'noMailbox'],
  ['mailboxnotsupportedforrestapi', 'noMailbox'],
  ['mailboxnothostedinexchangeonline', 'noMailbox'],
  ['errornonexistentmailbox', 'noMailbox'],
  ['errormailboxnotfound', 'noMailbox'],
  ['errorinvalidrecipients', 'recipientUnknown'],
  ['errormailrecipientnotfound', 'recipientUnknown'],
]);

/**
 * What a problem means for something that must not be sent twice.
 *
 * @param whenGone what a 404 means here
 */
export function sendingProblem(problem: GraphProblem, whenGone: MessageFailure): SendingAnswer {
  return { outcome: outcomeOf(problem, whenGone), problem };
}

function outcomeOf(problem: GraphProblem, whenGone: MessageFailure): SendingOutcome {
  const word = failures.get(problem.code.toLowerCase());
  switch (problem.kind) {
    case 'throttled':
      return {
        type: 'later',
        ...(problem.retryAfterMs === undefined ? {} : { afterMs: problem.retryAfterMs }),
      };
    case 'unavailable':
      return problem.sent === 'no' ? { type: 'later' } : { type: 'doubt' };
    case 'unauthorized':
      return { type: 'refused', why: 'signIn' };
    case 'forbidden':
      return { type: 'refused', why: word ?? 'noRight' };
    case 'gone':
      return { type: 'refused', why: word ?? whenGone };
    case 'conflict':
    case 'invalid':
      return { type: 'refused', why: word ?? 'refused' };
  }
}
