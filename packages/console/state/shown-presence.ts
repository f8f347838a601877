import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { Instant } from '@switchboard/kit/clock';
import type { Texts } from '../i18n/texts.ts';
import { type PresenceKind, presenceKind } from './presence-book.ts';

/** A presence ready to show. `age` is there only when it must be said. */
export interface ShownPresence {
  readonly kind: PresenceKind;
  readonly word: string;
  readonly age: string | undefined;
}

/** @param now the server's time */
export function shownPresence(
  presence: PresenceView | undefined,
  now: Instant,
  { screen }: Texts,
): ShownPresence {
  const kind = presenceKind(presence);
  const word = screen.presence(kind, presence?.activity);
  const isOld = presence !== undefined && now > presence.staleAt;
  const age = isOld ? screen.presenceAge(now - presence.asOf) : undefined;
  return { kind, word, age };
}
