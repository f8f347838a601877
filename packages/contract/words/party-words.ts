import type { PartyView } from '../views/call-view.ts';

/** Somebody in one or two words. */
export const nameOf = (party: PartyView | undefined): string =>
  party?.name ?? party?.number ?? 'an unknown caller';

export const nameFirst = (party: PartyView | undefined): string => {
  const name = nameOf(party);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};
