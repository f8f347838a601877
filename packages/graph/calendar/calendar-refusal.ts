import type { GraphProblem } from '../client/graph-problem.ts';

/**
 * Why a calendar told nothing: `noRight` its owner does not show it to whoever asks, or the permission is missing;
 * `noMailbox` there is none (a guest, a resource account, somebody without a licence, an unknown address); `failed`
 * anything else, which may pass.
 */
export interface CalendarRefusal {
  readonly code: 'noRight' | 'noMailbox' | 'failed';
  readonly message: string;
  /** What the whole request met; absent when only one of several people is meant. */
  readonly problem?: GraphProblem;
}

/**
 * Outlook's words, in lower case. Microsoft's pages do not list them; these are the ones that are reported
 * (docs/graph/calendars-of-others.md). The status decides where a word is unknown.
 */
const noMailboxCodes: ReadonlySet<string> = new Set([
  'mailboxnotenabledforrestapi',
  'mailboxnotsupportedforrestapi',
  'mailboxnothostedinexchangeonline',
  'errornonexistentmailbox',
  'errormailboxnotfound',
  'errormailrecipientnotfound',
  'errorinvaliduser',
  'errorinvalidsmtpaddress',
  'resourcenotfound',
  'request_resourcenotfound',
]);
const noRightCodes: ReadonlySet<string> = new Set([
  'erroraccessdenied',
  // A calendar that is not shared is hidden as if it were not there.
  'erroritemnotfound',
  'accessdenied',
  'errornofreebusyaccess',
  'errorcalendaraccessdenied',
  'authorization_requestdenied',
]);

const codeFor = (word: string): CalendarRefusal['code'] | undefined => {
  const lower = word.toLowerCase();
  if (noMailboxCodes.has(lower)) return 'noMailbox';
  return noRightCodes.has(lower) ? 'noRight' : undefined;
};

export function calendarRefusal(problem: GraphProblem): CalendarRefusal {
  const byStatus = problem.kind === 'forbidden' ? 'noRight' : problem.status === 404 ? 'noMailbox' : 'failed';
  const isAnswer = problem.kind !== 'throttled' && problem.kind !== 'unavailable';
  const code = (isAnswer ? codeFor(problem.code) : undefined) ?? byStatus;
  return { code, message: problem.message, problem };
}

/** What is said of one person in an answer about several (`freeBusyError`). */
export const personRefusal = (word: string | undefined, message: string | undefined): CalendarRefusal => ({
  code: codeFor(word ?? '') ?? 'failed',
  message: message ?? word ?? 'Graph names no reason',
});
