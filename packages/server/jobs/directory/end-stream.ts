import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import { beginAnew, type ClaimedStream, failStream } from '@switchboard/store/directory/hold-stream';
import type { StreamParts } from './stream-parts.ts';
import { problemSentence, restAfter } from './stream-problem.ts';

/** The stream rests, and says why. */
export async function rest(
  { store, clock, log, ring }: StreamParts,
  claim: ClaimedStream,
  problem: GraphProblem | undefined,
  sentence?: string,
): Promise<void> {
  const now = clock.now();
  const restMs = restAfter(problem, claim.restedFor);
  const { tenantId: tenant, stream } = claim;
  const { kind, status, code } = problem ?? {};
  log.warn('a list of the directory could not be read', { tenant, stream, kind, status, code, restMs });
  const said =
    sentence ??
    (problem === undefined
      ? 'Switchboard could not keep what Microsoft told; its log says why. It is tried again by itself.'
      : problemSentence(claim, problem));
  await failStream(store, claim, { problem: said, now, dueAt: now + restMs });
  ring(claim.tenantId);
}

/** A whole round that Graph refuses in its middle is not begun anew at once: it may refuse that one too. */
const pauseWithinRound = 30_000;

/** Graph knows the link no more: everything is read anew, while everybody stays. */
export async function resync(parts: StreamParts, claim: ClaimedStream): Promise<void> {
  const now = parts.clock.now();
  const { tenantId: tenant, stream } = claim;
  parts.log.info('a list of the directory is read anew', { tenant, stream });
  await beginAnew(parts.store, claim, { now, dueAt: claim.isWhole ? now + pauseWithinRound : now });
}
