import { routes } from '@switchboard/contract/http-routes';
import { type SignedInView, signedInViewSchema } from '@switchboard/contract/views/signed-in-view';

/** What the server says about the session of this browser. */
export type Session =
  | { readonly kind: 'signedIn'; readonly me: SignedInView }
  | { readonly kind: 'signedOut' }
  /** No answer, or none that can be understood. */
  | { readonly kind: 'unknown'; readonly why: string };

export type AskSession = () => Promise<Session>;

/** Longer than any healthy answer; then the operator sees that something is wrong. */
const patience = 8_000;

/** Asks the server who is signed in. Never rejects. */
export const askSession: AskSession = async () => {
  try {
    const answer = await fetch(routes.me, {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status === 401) return { kind: 'signedOut' };
    if (!answer.ok) return { kind: 'unknown', why: `HTTP ${answer.status}` };
    const me = signedInViewSchema.safeParse(await answer.json());
    return me.success ? { kind: 'signedIn', me: me.data } : { kind: 'unknown', why: 'unreadable answer' };
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.name : 'no answer' };
  }
};
