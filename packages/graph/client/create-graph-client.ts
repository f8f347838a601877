import type { TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { AuthError } from '../auth/auth-error.ts';
import { Admission, pause } from './admission.ts';
import type { GraphProblem } from './graph-problem.ts';
import type { GraphAnswer, GraphClient, GraphRequest } from './graph-request.ts';
import { httpSend, type SentRequest } from './http-send.ts';
import { jittered, type Random, steady } from './jitter.ts';
import { problemFromAnswer, problemFromFailure } from './problem-from-answer.ts';
import { ResourcePace, type ResourceUse, resourceUse } from './resource-pace.ts';
import { nextStep } from './retry-table.ts';
import { type Throttle, ThrottleGate } from './throttle-gate.ts';
import {
  type Answer,
  type Fetch,
  jsonOrNothing,
  longestAnswer,
  timedFetch,
  withinTime,
} from './timed-fetch.ts';

export interface GraphClientOptions {
  /** With the version: https://graph.microsoft.com/v1.0 */
  readonly baseUrl: string;
  /** An application token for a tenant; `fresh` after Graph refused the one before. May throw an {@link AuthError}. */
  readonly token: (tenantId: TenantId, options?: { readonly fresh?: boolean }) => Promise<string>;
  readonly clock: Clock;
  readonly log: Logger;
  /** In place of connections of our own. */
  readonly fetch?: Fetch;
  /** For each try, headers and body together. */
  readonly timeoutMs: number;
  /** Spreads the pauses that Graph does not name; without it they are never shortened. */
  readonly random?: Random;
}

export interface ThrottledGraphClient extends GraphClient {
  /** The tenants and kinds of request that Graph throttles now, and until when. Those of this process. */
  throttles(): readonly Throttle[];
}

type Outcome = Result<GraphAnswer, GraphProblem>;
type Token = Result<string, GraphProblem>;

/** Our way to Microsoft Graph: repeated by {@link nextStep} only, throttled tenants kept waiting, calls before the rest. */
export function createGraphClient(options: GraphClientOptions): ThrottledGraphClient {
  const { clock, log, random = steady } = options;
  const base = new URL(options.baseUrl);
  const gate = new ThrottleGate(clock, random);
  const pace = new ResourcePace(clock);
  const admission = new Admission(clock, gate, pace);
  const { fetch, timeoutMs } = options;
  const send = (url: string, init: SentRequest): Promise<Answer> =>
    fetch === undefined
      ? withinTime(clock, timeoutMs, (signal) => httpSend(url, init, signal))
      : timedFetch(fetch, clock, timeoutMs, url, init);

  async function once(request: GraphRequest, url: URL, said: Promise<Token>): Promise<Outcome> {
    const token = await said;
    if (!token.ok) return token;
    const startedAt = clock.now();
    const outcome = await exchange(request, url, token.value);
    if (!outcome.ok && outcome.refusal.kind === 'throttled') {
      const { tenantId: tenant, kind, mailbox } = request;
      const retryAfterMs = gate.close(tenant, kind, outcome.refusal.retryAfterMs, mailbox);
      log.warn('Graph throttles', { tenant, kind, mailbox: mailbox !== undefined, ms: retryAfterMs });
      return refused({ ...outcome.refusal, retryAfterMs });
    }
    gate.open(request.tenantId, request.kind, request.mailbox);
    const status = outcome.ok ? outcome.value.status : outcome.refusal.status;
    const code = outcome.ok ? undefined : outcome.refusal.code;
    log.debug('graph request', {
      method: request.method,
      kind: request.kind,
      status,
      code,
      ms: clock.now() - startedAt,
      ...(outcome.ok ? notedUse(request, outcome.value.headers) : {}),
    });
    return outcome;
  }

  function notedUse({ tenantId, kind, mailbox }: GraphRequest, headers: Headers): ResourceUse {
    const use = resourceUse(headers);
    if (kind === 'directory' && mailbox === undefined) pace.note(tenantId, use);
    return use;
  }

  /** The token for each try of one request. A person's that was made anew stays. */
  function tokensFor({ token, freshToken, tenantId }: GraphRequest): (fresh: boolean) => Promise<Token> {
    let theirs = token;
    return async (fresh) => {
      if (theirs === undefined) return ours(tenantId, fresh);
      if (!fresh || freshToken === undefined) return ok(theirs);
      const renewed = await freshToken();
      if (renewed.ok) theirs = renewed.value;
      return renewed;
    };
  }

  async function ours(tenantId: TenantId, fresh: boolean): Promise<Token> {
    try {
      return ok(await options.token(tenantId, { fresh }));
    } catch (error) {
      if (!(error instanceof AuthError)) throw error;
      const said = { status: 0, code: error.code, message: error.message };
      return refused(
        error.category === 'transient'
          ? { ...said, kind: 'unavailable', sent: 'no' }
          : { ...said, kind: 'unauthorized' },
      );
    }
  }

  async function exchange(request: GraphRequest, url: URL, token: string): Promise<Outcome> {
    const init = initOf(request, token);
    try {
      const answer = await send(url.href, init);
      const { status, headers, text } = answer;
      if (status < 200 || status > 299) return refused(problemFromAnswer(answer, clock.now()));
      if (answer.isTooLarge === true && request.retry === 'safe') return refused(tooLarge(status));
      // An action whose answer breaks off after a 2xx is done; something read is not read.
      if (text === undefined && request.retry === 'safe') return refused(problemFromFailure(undefined));
      return ok({ status, headers, body: jsonOrNothing(text) });
    } catch (error) {
      return refused(problemFromFailure(error));
    }
  }

  /** Graph's own pauses are kept to the millisecond. */
  const ownPause = (problem: GraphProblem, afterMs: number): number =>
    problem.kind === 'throttled' ? afterMs : jittered(afterMs, random);

  async function request(asked: GraphRequest): Promise<Outcome> {
    const url = urlOf(asked.path, base);
    if (!url.ok) return url;
    const tokenOf = tokensFor(asked);
    const canRefreshToken = asked.token === undefined || asked.freshToken !== undefined;
    let tokenIsRefreshed = false;
    let fresh = false;
    for (let tries = 1; ; tries += 1) {
      const admitted = await admission.admit(asked);
      if (!admitted.ok) return admitted;
      const leave = admitted.value;
      const outcome = await once(asked, url.value, tokenOf(fresh)).finally(leave);
      fresh = false;
      if (outcome.ok) return outcome;
      const next = nextStep(outcome.refusal, { rule: asked.retry, tries, tokenIsRefreshed, canRefreshToken });
      if (next.step === 'tell') return outcome;
      if (next.step === 'repeat') await pause(ownPause(outcome.refusal, next.afterMs), clock);
      else tokenIsRefreshed = fresh = true;
    }
  }

  return { request, throttles: () => gate.throttles() };
}

/** Links of Graph's are followed as they are, but only to Graph: a token goes nowhere else. */
function urlOf(path: string, base: URL): Result<URL, GraphProblem> {
  const isLink = /^https?:/i.test(path);
  const text = isLink ? path : `${base.href.replace(/\/$/, '')}${path.startsWith('/') ? '' : '/'}${path}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.origin !== base.origin) {
    const message = `The link does not lead to ${base.origin}`;
    return refused({ kind: 'invalid', status: 0, code: 'foreignLink', message });
  }
  return ok(url);
}

const tooLarge = (status: number): GraphProblem => ({
  kind: 'invalid',
  status,
  code: 'tooLarge',
  message: `The answer is longer than ${longestAnswer} bytes: it is not read`,
});

function initOf(request: GraphRequest, token: string): SentRequest {
  const { method, body, headers, clientRequestId, kind, priority } = request;
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(clientRequestId === undefined ? {} : { 'client-request-id': clientRequestId }),
      ...(kind === 'directory' && priority !== undefined ? { 'x-ms-throttle-priority': priority } : {}),
      ...headers,
      authorization: `Bearer ${token}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
