import type { PartyView } from '@switchboard/contract/views/call-view';

type NameOf = (party: PartyView | undefined) => string;

/** @param unknown what somebody without name and number is called in the middle of a sentence */
export function partyNames(unknown: string): { readonly nameOf: NameOf; readonly nameFirst: NameOf } {
  const nameOf: NameOf = (party) => party?.name ?? party?.number ?? unknown;
  return { nameOf, nameFirst: (party) => capital(nameOf(party)) };
}

/** As it begins a sentence. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
