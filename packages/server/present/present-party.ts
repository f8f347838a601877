import type { PartyView } from '@switchboard/contract/views/call-view';
import type { Party } from '@switchboard/domain/party/party';
import { readableNumber } from './readable-number.ts';

/** Somebody as a screen names them; a name that is empty is none. */
export function presentParty(party: Party): PartyView {
  const name = party.name === undefined || party.name === '' ? {} : { name: party.name };
  if (party.kind === 'number') return { ...name, number: readableNumber(party.number) };
  if (party.kind === 'person') return { ...name, personId: party.id };
  return name;
}
