import type { Instant } from '@switchboard/kit/clock';

/** Why a request was turned down, in the words of OAuth 2.0 and with the number Entra ID gives to the case. */
export interface EntraRefusal {
  readonly error: string;
  /** The number after `AADSTS`. */
  readonly code: number;
  readonly message: string;
  readonly status: 400 | 401;
  readonly suberror?: string;
}

export const refusal = (error: string, code: number, message: string): EntraRefusal => ({
  error,
  code,
  message,
  status: error === 'invalid_client' ? 401 : 400,
});

export const missingParameter = (name: string): EntraRefusal =>
  refusal('invalid_request', 900144, `The request must contain the following parameter: '${name}'.`);

/** What identifies one request in the service's logs. */
export interface RequestTrace {
  readonly now: Instant;
  readonly traceId: string;
  readonly correlationId: string;
}

/** `2026-11-23 03:00:00Z`, the way Entra ID writes a moment. */
const timestampOf = (now: Instant): string =>
  `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;

export function describeRefusal(refusal: EntraRefusal, trace: RequestTrace): string {
  return (
    `AADSTS${refusal.code}: ${refusal.message} Trace ID: ${trace.traceId} ` +
    `Correlation ID: ${trace.correlationId} Timestamp: ${timestampOf(trace.now)}`
  );
}

/** The JSON body of a refusal at the token endpoint. */
export function tokenErrorBody(refusal: EntraRefusal, trace: RequestTrace): Record<string, unknown> {
  return {
    error: refusal.error,
    error_description: describeRefusal(refusal, trace),
    error_codes: [refusal.code],
    timestamp: timestampOf(trace.now),
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
  };
}
