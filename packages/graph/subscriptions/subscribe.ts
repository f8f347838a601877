import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { type Asker, rightsOf } from '../client/asker.ts';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient, GraphRequest } from '../client/graph-request.ts';
import { readODataPage, unreadable } from '../wire/odata-page.ts';
import { type Subscription, subscriptionFromGraph } from './subscription.ts';
import type { WantedSubscription } from './wanted-subscription.ts';

export interface SubscriptionRefusal {
  /**
   * `gone` Graph does not know it: make a new one. `noRight` the permission is missing, or whose rights it went by have
   * ended. `notReached` our notification address did not answer to Graph's question. `exists` there is one for this
   * operator already, and no second one is allowed. `graph` anything else.
   */
  readonly code: 'gone' | 'noRight' | 'notReached' | 'exists' | 'graph';
  readonly message: string;
  readonly problem: GraphProblem;
}

function refusalFrom(problem: GraphProblem): SubscriptionRefusal {
  return { code: codeFor(problem), message: problem.message, problem };
}

/** That validation failed Graph says in words only, in a 400 (docs/graph/subscriptions.md). */
function codeFor({ kind, status, message }: GraphProblem): SubscriptionRefusal['code'] {
  if (kind === 'gone') return 'gone';
  if (kind === 'forbidden' || kind === 'unauthorized') return 'noRight';
  if (kind === 'conflict') return 'exists';
  return status === 400 && /validation request/i.test(message) ? 'notReached' : 'graph';
}

const requestOf = (asker: Asker, request: Pick<GraphRequest, 'method' | 'path' | 'body' | 'retry'>) => ({
  ...rightsOf(asker),
  kind: 'presence' as const,
  ...request,
});

const pathOf = (id: string): string => `/subscriptions/${encodeURIComponent(id)}`;

function read(body: unknown): Result<Subscription, SubscriptionRefusal> {
  const subscription = subscriptionFromGraph(body);
  return subscription === undefined
    ? refused(refusalFrom(unreadable('Graph answered without a subscription')))
    : ok(subscription);
}

/**
 * Asks Graph to tell of changes. Sent once: after a time-out there may be one all the same, which `listSubscriptions`
 * shows. Graph asks our address first, so the server answers to that while this waits.
 */
export async function subscribe(
  client: GraphClient,
  asker: Asker,
  wanted: WantedSubscription,
): Promise<Result<Subscription, SubscriptionRefusal>> {
  const answer = await client.request(
    requestOf(asker, { method: 'POST', path: '/subscriptions', body: wanted, retry: 'never' }),
  );
  return answer.ok ? read(answer.value.body) : refused(refusalFrom(answer.refusal));
}

/** Lets a subscription live longer, and renews its authorisation with it. */
export async function renewSubscription(
  client: GraphClient,
  asker: Asker,
  id: string,
  until: Instant,
): Promise<Result<Subscription, SubscriptionRefusal>> {
  const body = { expirationDateTime: new Date(until).toISOString() };
  const answer = await client.request(
    requestOf(asker, { method: 'PATCH', path: pathOf(id), body, retry: 'safe' }),
  );
  return answer.ok ? read(answer.value.body) : refused(refusalFrom(answer.refusal));
}

/** A subscription as Graph knows it; refused as `gone` when it does not, whether it has told so or not. */
export async function findSubscription(
  client: GraphClient,
  asker: Asker,
  id: string,
): Promise<Result<Subscription, SubscriptionRefusal>> {
  const answer = await client.request(requestOf(asker, { method: 'GET', path: pathOf(id), retry: 'safe' }));
  return answer.ok ? read(answer.value.body) : refused(refusalFrom(answer.refusal));
}

/** Answers `reauthorizationRequired` where the life is long enough (https://learn.microsoft.com/graph/api/subscription-reauthorize). */
export async function reauthorizeSubscription(
  client: GraphClient,
  asker: Asker,
  id: string,
): Promise<Result<void, SubscriptionRefusal>> {
  const path = `${pathOf(id)}/reauthorize`;
  const answer = await client.request(requestOf(asker, { method: 'POST', path, retry: 'safe' }));
  return answer.ok ? ok(undefined) : refused(refusalFrom(answer.refusal));
}

/** Ends a subscription. One that Graph does not know any more is ended. */
export async function unsubscribe(
  client: GraphClient,
  asker: Asker,
  id: string,
): Promise<Result<void, SubscriptionRefusal>> {
  const answer = await client.request(
    requestOf(asker, { method: 'DELETE', path: pathOf(id), retry: 'safe' }),
  );
  if (answer.ok || answer.refusal.kind === 'gone') return ok(undefined);
  return refused(refusalFrom(answer.refusal));
}

/** The subscriptions of whoever asks: after a restart, to find those that nobody here knows. */
export async function listSubscriptions(
  client: GraphClient,
  asker: Asker,
): Promise<Result<readonly Subscription[], SubscriptionRefusal>> {
  const found: Subscription[] = [];
  const seen = new Set<string>();
  let path: string | undefined = '/subscriptions';
  while (path !== undefined && !seen.has(path)) {
    seen.add(path);
    const answer = await client.request(requestOf(asker, { method: 'GET', path, retry: 'safe' }));
    const page = answer.ok ? readODataPage(answer.value.body, 'subscriptions') : answer;
    if (!page.ok) return refused(refusalFrom(page.refusal));
    for (const item of page.value.value) {
      const subscription = subscriptionFromGraph(item);
      if (subscription !== undefined) found.push(subscription);
    }
    path = page.value.nextLink;
  }
  return ok(found);
}
