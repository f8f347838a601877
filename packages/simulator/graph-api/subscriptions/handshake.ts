import { asError } from '@switchboard/kit/lifecycle';

/** Ten seconds (https://learn.microsoft.com/graph/change-notifications-delivery-webhooks, read 2026-11-23). */
const timeoutMs = 10_000;

/** Asks an address whether it wants notifications. @returns what went wrong, or undefined */
export async function validateAddress(address: string, token: string): Promise<string | undefined> {
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (response.status !== 200) return `the answer was ${response.status} instead of 200`;
    const type = response.headers.get('content-type') ?? 'none';
    if (!type.toLowerCase().startsWith('text/plain'))
      return `the content type was ${type} instead of text/plain`;
    return text === token ? undefined : 'the answer was not the decoded validation token';
  } catch (thrown) {
    const error = asError(thrown);
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}
