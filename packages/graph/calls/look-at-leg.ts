import type { RosterMember } from '@switchboard/domain/call/fact';
import type { EffectId, LegId, TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { callSchema, type GraphCall } from '../wire/call.ts';
import { type LegSnapshot, legSnapshot } from '../wire/leg-snapshot.ts';
import { type LegState, legStateFromGraph } from '../wire/leg-state.ts';
import { text } from '../wire/lenient.ts';
import { participantSchema, rosterMemberFromGraph } from '../wire/participant.ts';
import { callPath, participantsPath } from './effect-request.ts';

/** Which leg is asked about, and for which effect (`client-request-id`), if for any. */
export interface Look {
  readonly client: GraphClient;
  readonly tenantId: TenantId;
  readonly leg: LegId;
  readonly effectId?: EffectId;
}

/** `GET call`. A call that Graph does not know any more is gone. */
export async function lookAtState(look: Look): Promise<Result<LegState, GraphProblem>> {
  const call = await lookAtCall(look);
  return call.ok ? ok(call.value === undefined ? 'gone' : legStateFromGraph(call.value.state)) : call;
}

/**
 * How a leg stands that nobody here knows, heard of by a roster or an operation; `gone` when Graph does not know it
 * either. Graph has no list of an application's calls (docs/graph/calls-that-nobody-knows.md).
 */
export async function lookAtLeg(look: Look): Promise<Result<LegSnapshot, GraphProblem>> {
  const call = await lookAtCall(look);
  if (!call.ok) return call;
  return ok(
    call.value === undefined
      ? { leg: look.leg, state: 'gone' }
      : legSnapshot(call.value, look.leg, look.tenantId),
  );
}

/** The call resource, or nothing when Graph has none. */
async function lookAtCall(look: Look): Promise<Result<GraphCall | undefined, GraphProblem>> {
  const answer = await get(look, callPath(look.leg));
  if (!answer.ok) return answer.refusal.kind === 'gone' ? ok(undefined) : answer;
  const call = callSchema.safeParse(answer.value);
  return call.success ? ok(call.data) : refused(unreadable('GET call answered without a call object'));
}

const pageSchema = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': text });
/** No call of ours has more people in it than fit on a page or two. */
const mostPages = 10;

/**
 * `GET participants`: the whole roster, or nothing when there is none to be had. A call between two has none and
 * answers with an error, which one is not documented; and a roster with a member that cannot be told from the others
 * is no whole roster.
 */
export async function lookAtRoster(
  look: Look,
): Promise<Result<readonly RosterMember[] | undefined, GraphProblem>> {
  const members: RosterMember[] = [];
  let path: string | undefined = participantsPath(look.leg);
  for (let page = 0; path !== undefined && page < mostPages; page += 1) {
    const answer = await get(look, path);
    if (!answer.ok) return hasNoRoster(answer.refusal) ? ok(undefined) : answer;
    const parsed = pageSchema.safeParse(answer.value);
    if (!parsed.success) return refused(unreadable('GET participants answered without an array value'));
    for (const item of parsed.data.value) {
      const participant = participantSchema.safeParse(item);
      const member = participant.success ? rosterMemberFromGraph(participant.data) : undefined;
      if (member === undefined) return ok(undefined);
      members.push(member);
    }
    path = parsed.data['@odata.nextLink'];
  }
  return ok(members);
}

const hasNoRoster = ({ kind }: GraphProblem): boolean =>
  kind === 'invalid' || kind === 'gone' || kind === 'conflict' || kind === 'forbidden';

async function get(
  { client, tenantId, effectId }: Look,
  path: string,
): Promise<Result<unknown, GraphProblem>> {
  const answer = await client.request({
    tenantId,
    method: 'GET',
    path,
    ...(effectId === undefined ? {} : { clientRequestId: effectId }),
    kind: 'call',
    retry: 'safe',
  });
  return answer.ok ? ok(answer.value.body) : answer;
}

const unreadable = (message: string): GraphProblem => ({
  kind: 'unavailable',
  sent: 'maybe',
  status: 200,
  code: 'unreadable',
  message,
});
