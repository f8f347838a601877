import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import type { ClaimedStream, StreamName } from '@switchboard/store/directory/hold-stream';

/** What each list needs, and what it is called in sentences. */
const needs: Readonly<Record<StreamName, { readonly what: string; readonly permission: string }>> = {
  users: { what: 'people', permission: 'User.Read.All' },
  organisation: { what: 'organisational contacts', permission: 'OrgContact.Read.All' },
  numbers: { what: 'numbers of Teams', permission: 'TeamsUserConfiguration.Read.All' },
};

/** Why a list could not be read, for an administrator or an operator to read. */
export function problemSentence({ stream, settings }: ClaimedStream, problem: GraphProblem): string {
  const { what, permission } = needs[stream];
  switch (problem.kind) {
    case 'forbidden':
      return `Microsoft lets Switchboard read no ${what}: the permission ${permission} is missing. An administrator of the tenant has to consent to it.`;
    case 'unauthorized':
      return `Microsoft gives Switchboard no access to this tenant (${problem.code}). An administrator has to compare the app registration, or consent anew.`;
    case 'throttled':
      return `Microsoft asks Switchboard to read ${what} more slowly. It goes on by itself.`;
    case 'unavailable':
      return `Microsoft Graph did not answer when it was asked for ${what}. It is asked again by itself.`;
    default:
      return `Microsoft Graph does not give ${what} (${problem.status} ${problem.code}). ${adviceFor(settings)}`;
  }
}

function adviceFor({ otherPhone, teamsNumber, extra }: ClaimedStream['settings']): string {
  const isMapped = otherPhone !== undefined || teamsNumber !== undefined || extra.length > 0;
  return isMapped
    ? 'Does a property of the directory’s settings not exist in this tenant? An administrator should compare them.'
    : 'It is asked again by itself.';
}

export const groupMissing = (group: string): string =>
  `The group ${group} of the directory’s settings does not exist in this tenant. An administrator has to take it out of the settings.`;

export const groupsForbidden =
  'Microsoft lets Switchboard read no members of groups: the permission GroupMember.Read.All is missing. An administrator of the tenant has to consent to it.';

const shortestRest = 15_000;
const longestRest = 30 * 60_000;
/** Nothing but an administrator mends these, and not within seconds. */
const restWithoutRight = 5 * 60_000;

/** How long a list rests after a problem, in milliseconds: twice as long each time, and as long as Microsoft asks. */
export function restAfter(problem: GraphProblem | undefined, restedFor: number | undefined): number {
  const doubled = Math.min(longestRest, Math.max(shortestRest, 2 * (restedFor ?? 0)));
  switch (problem?.kind) {
    case 'throttled':
      return Math.max(doubled, problem.retryAfterMs ?? 0);
    case 'forbidden':
    case 'unauthorized':
      return Math.max(doubled, restWithoutRight);
    default:
      return doubled;
  }
}
