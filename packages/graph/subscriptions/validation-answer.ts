/** What Graph wants to hear when it asks whether a notification address is ours. */
export interface ValidationAnswer {
  readonly status: 200;
  readonly headers: {
    readonly 'content-type': 'text/plain; charset=utf-8';
    readonly 'x-content-type-options': 'nosniff';
  };
  readonly body: string;
}

/** Microsoft's are some hundred characters. */
const longestToken = 4_096;

/**
 * The answer to the handshake, or undefined when a request is none. Graph sends it before it answers to a new
 * subscription, to both of its addresses, and waits for ten seconds
 * (https://learn.microsoft.com/graph/change-notifications-delivery-webhooks, read 2026-11-23). The token goes back as
 * plain text: it comes from whoever asks, and must never be taken for a page.
 *
 * @param address path and query of the request, as received
 */
export function validationAnswer(address: string): ValidationAnswer | undefined {
  const query = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
  const token = new URLSearchParams(query).get('validationToken');
  if (token === null || token === '' || token.length > longestToken) return undefined;
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body: token,
  };
}
