import { unreachable } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';

/**
 * How this console stands with the server.
 *
 * ```
 *               welcomed                failed
 *  connecting ────────────▶ live ─────────────────▶ lost ──┐
 *    │    ▲                  ▲                       │  ▲  │ failed
 *    └────┘ failed           └───────────────────────┘  └──┘
 *                                   welcomed
 *  any of these ──dismissed──▶ signedOut | outdated   (final: only a new page goes on)
 * ```
 *
 * - `connecting` from the start to the first welcome: there is nothing to show yet.
 * - `live` what the screen shows is so.
 * - `lost` the screen shows what was so at `heardAt`; another try is under way or due.
 * - `signedOut` the session is over. `outdated` the server speaks a newer contract than this page.
 */
export type ConnectionState =
  | { readonly kind: 'connecting'; readonly failures: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly failures: number; readonly heardAt: Instant }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'outdated' };

export type ConnectionInput =
  | { readonly type: 'welcomed' }
  /** The socket closed, stayed silent, or did not open. `heardAt` is when anything was heard last. */
  | { readonly type: 'failed'; readonly heardAt: Instant }
  | { readonly type: 'dismissed'; readonly why: 'signedOut' | 'outdated' };

/** The one door between connection states. */
export function nextConnectionState(state: ConnectionState, input: ConnectionInput): ConnectionState {
  switch (state.kind) {
    case 'signedOut':
    case 'outdated':
      return state;
    case 'connecting':
    case 'live':
    case 'lost':
      break;
    default:
      return unreachable(state);
  }
  switch (input.type) {
    case 'welcomed':
      return state.kind === 'live' ? state : { kind: 'live' };
    case 'failed':
      if (state.kind === 'live') return { kind: 'lost', failures: 1, heardAt: input.heardAt };
      return { ...state, failures: state.failures + 1 };
    case 'dismissed':
      return { kind: input.why };
    default:
      return unreachable(input);
  }
}
