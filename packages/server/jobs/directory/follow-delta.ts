import type { DeltaNext, DeltaRefusal } from '@switchboard/graph/directory/delta-round';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import type { Result } from '@switchboard/kit/result';
import { releaseStream } from '@switchboard/store/directory/hold-stream';
import { type DirectoryPage, type PageClaim, writePage } from '@switchboard/store/directory/write-page';
import { rest, resync } from './end-stream.ts';
import type { StreamParts } from './stream-parts.ts';

/** A page as it is written, and what of it could not be read. */
export interface ReadPage extends Omit<DirectoryPage, 'next'> {
  readonly next: DeltaNext;
  readonly ignored: readonly string[];
}

export type ReadPages = AsyncGenerator<Result<ReadPage, DeltaRefusal>, void, undefined>;

/** Changes are read this often, in milliseconds, besides when somebody wakes us. */
const readEvery = 3 * 60_000;
/** After so long others have their turn, in milliseconds: a big tenant keeps no small one waiting. */
const turn = 30_000;
/** Who follows a tenant is told no more often, in milliseconds. */
const ringEvery = 500;

/** Writes page after page, each with where to read on, until the round is over, or something keeps us. */
export async function followDelta(
  parts: StreamParts,
  claim: PageClaim,
  pages: ReadPages,
  signal: StopSignal,
): Promise<void> {
  const { store, clock, log, ring } = parts;
  const { tenantId: tenant, stream } = claim;
  const begunAt = clock.now();
  let rungAt = 0;
  for await (const read of pages) {
    if (!read.ok) {
      const { refusal } = read;
      if (refusal.code === 'graph') return await rest(parts, claim, refusal.problem);
      return await resync(parts, claim);
    }
    const { next, ignored, ...page } = read.value;
    if (ignored.length > 0)
      log.info('entries of the directory were ignored', { tenant, stream, reasons: ignored.join('; ') });
    const isEnd = 'deltaLink' in next;
    const link = isEnd ? next.deltaLink : next.nextLink;
    const written = await writePage(store, claim, { ...page, next: { link, isEnd, readEvery } }, clock.now());
    if (written === undefined) return;
    const isNews = written.isChanged || claim.isWhole;
    if (isEnd ? isNews || claim.restedFor !== undefined : isNews && clock.now() >= rungAt + ringEvery) {
      rungAt = clock.now();
      ring(tenant);
    }
    if (isEnd) return;
    if (signal.aborted || clock.now() >= begunAt + turn) {
      await releaseStream(store, claim, clock.now());
      return;
    }
  }
}
