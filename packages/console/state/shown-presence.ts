import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { Instant } from '@switchboard/kit/clock';
import type { Texts } from '../i18n/texts.ts';
import { type PresenceKind, presenceKind } from './presence-book.ts';

/** A presence ready to show. `age` is there only when it must be said; `origin` says who says so and since when. */
export interface ShownPresence {
  readonly kind: PresenceKind;
  readonly word: string;
  readonly age: string | undefined;
  readonly origin: string | undefined;
}

/** @param now the server's time */
export function shownPresence(
  presence: PresenceView | undefined,
  now: Instant,
  { screen }: Texts,
): ShownPresence {
  const kind = presenceKind(presence);
  const word = screen.presence(kind, presence?.activity);
  if (presence === undefined) return { kind, word, age: undefined, origin: undefined };
  const age = now > presence.staleAt ? screen.presenceAge(now - presence.asOf) : undefined;
  // Who is present while they are out of office may well not answer.
  const isAway = presence.outOfOffice !== undefined && kind !== 'outOfOffice';
  return {
    kind,
    word: isAway ? `${word}, ${screen.alsoOutOfOffice}` : word,
    age,
    origin: screen.presenceOrigin(presence.source, presence.asOf),
  };
}
