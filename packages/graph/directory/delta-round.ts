import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { type Asker, rightsOf } from '../client/asker.ts';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient, GraphRequest } from '../client/graph-request.ts';
import { oneSpelling } from '../wire/lenient.ts';
import { readODataPage, unreadable } from '../wire/odata-page.ts';

/** Where a round goes on. Links are opaque, and followed as they were given. */
export type DeltaNext =
  /** The round goes on there. */
  | { readonly nextLink: string }
  /** The round is over; the next one begins there, within 7 days for objects of the directory. */
  | { readonly deltaLink: string };

/** Something that is there no more. */
export interface Removal {
  readonly id: string;
  /** Whether an administrator can still bring it back (`@removed.reason` `changed`), or it is gone for good. */
  readonly canComeBack: boolean;
}

export interface DeltaPage<Item> {
  readonly items: readonly Item[];
  readonly removed: readonly Removal[];
  readonly next: DeltaNext;
  /** One sentence for each item, or part of one, that could not be read. For the log. */
  readonly ignored: readonly string[];
}

export type DeltaRefusal =
  /** The link is too old or unknown: begin anew without one, and remove what does not come up again. */
  | { readonly code: 'resync'; readonly message: string }
  | { readonly code: 'graph'; readonly message: string; readonly problem: GraphProblem };

/** One item in our words, undefined when it is none; and what of it could not be read. */
export interface ItemReading<Item> {
  readonly item: Item | undefined;
  readonly ignored: readonly string[];
}

export interface DeltaRound<Item> {
  readonly asker: Asker;
  /** Where a first round begins. */
  readonly firstPath: string;
  /** Of an earlier page, as it was given; undefined begins anew. */
  readonly link: string | undefined;
  /** What the items are called, for messages: `users`. */
  readonly what: string;
  readonly read: (item: unknown) => ItemReading<Item>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly mailbox?: string;
  /** Ids are kept as they came: Outlook's tell capitals apart, those of the directory do not. */
  readonly keepsIds?: boolean;
}

const removedSchema = z.looseObject({
  id: z.string().min(1),
  '@removed': z.looseObject({ reason: z.string().optional().catch(undefined) }),
});

/** Graph's words for a link that is too old or unknown; the status is 410, or 400 with these. */
const resyncCodes: ReadonlySet<string> = new Set(['resyncrequired', 'syncstatenotfound', 'syncstateinvalid']);

/** More sentences than these about one page say nothing new, and a hostile page would fill the log. */
const mostIgnored = 50;

/**
 * A whole list, or what changed in it since a link, page after page. Ends after the page with the `deltaLink`, or after
 * a refusal. An item may come up twice, and what is known already may come again: the last one holds
 * (https://learn.microsoft.com/graph/delta-query-overview, read 2026-11-23).
 */
export async function* deltaRound<Item extends { readonly id: string }>(
  client: GraphClient,
  round: DeltaRound<Item>,
): AsyncGenerator<Result<DeltaPage<Item>, DeltaRefusal>, void, undefined> {
  const seen = new Set<string>();
  let path = round.link ?? round.firstPath;
  for (;;) {
    seen.add(path);
    const answer = await client.request(requestFor(path, round));
    const page = answer.ok ? readPage(answer.value.body, round, seen) : refused(refusalFrom(answer.refusal));
    yield page;
    if (!page.ok || 'deltaLink' in page.value.next) return;
    path = page.value.next.nextLink;
  }
}

function requestFor<Item>(path: string, { asker, headers, mailbox }: DeltaRound<Item>): GraphRequest {
  return {
    ...rightsOf(asker),
    method: 'GET',
    path,
    kind: 'directory',
    retry: 'safe',
    priority: 'low',
    ...(headers === undefined ? {} : { headers }),
    ...(mailbox === undefined ? {} : { mailbox }),
  };
}

function refusalFrom(problem: GraphProblem): DeltaRefusal {
  const isTooOld = problem.status === 410 || resyncCodes.has(problem.code.toLowerCase());
  if (!isTooOld) return { code: 'graph', message: problem.message, problem };
  return {
    code: 'resync',
    message: `Graph does not know this delta link any more (${problem.code}): begin anew.`,
  };
}

const malformed = (what: string, fault: string): DeltaRefusal => {
  const problem = unreadable(`Graph's page of ${what} has ${fault}`);
  return { code: 'graph', message: problem.message, problem };
};

/** @param seen the links of this round: one that comes again would be followed for ever */
function readPage<Item extends { readonly id: string }>(
  body: unknown,
  { what, read, keepsIds = false }: DeltaRound<Item>,
  seen: ReadonlySet<string>,
): Result<DeltaPage<Item>, DeltaRefusal> {
  const page = readODataPage(body, what);
  if (!page.ok) {
    return refused({ code: 'graph', message: page.refusal.message, problem: page.refusal });
  }
  const { nextLink, deltaLink, value } = page.value;
  const next = nextLink === undefined ? deltaLink && { deltaLink } : { nextLink };
  if (!next) return refused(malformed(what, 'neither @odata.nextLink nor @odata.deltaLink'));
  if (nextLink !== undefined && seen.has(nextLink)) {
    return refused(malformed(what, 'a next link of an earlier page'));
  }
  return ok({ ...readItems(value, read, keepsIds ? (id) => id : oneSpelling), next });
}

/** Of one page what is said last holds: somebody who was removed and came back is there, and the other way round. */
function readItems<Item extends { readonly id: string }>(
  value: readonly unknown[],
  read: (item: unknown) => ItemReading<Item>,
  idOf: (id: string) => string,
): Omit<DeltaPage<Item>, 'next'> {
  let items: Item[] = [];
  const said = new Set<string>();
  const removed = new Map<string, Removal>();
  const ignored: string[] = [];
  for (const [index, item] of value.entries()) {
    const gone = removedSchema.safeParse(item);
    if (gone.success) {
      const { id, '@removed': removal } = gone.data;
      removed.set(idOf(id), { id: idOf(id), canComeBack: removal.reason?.toLowerCase() === 'changed' });
      if (said.delete(idOf(id))) items = items.filter((each) => each.id !== idOf(id));
      continue;
    }
    const reading = read(item);
    if (reading.item !== undefined) {
      items.push(reading.item);
      said.add(reading.item.id);
      removed.delete(reading.item.id);
    }
    ignored.push(...reading.ignored.map((sentence) => `value[${index}]: ${sentence}`));
  }
  const more = ignored.length - mostIgnored;
  return {
    items,
    removed: [...removed.values()],
    ignored: more > 0 ? [...ignored.slice(0, mostIgnored), `and ${more} more in this page`] : ignored,
  };
}
