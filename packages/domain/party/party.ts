import { unreachable } from '@switchboard/kit/assert';
import type { InstanceId, PersonId } from '../ids.ts';

/** Who somebody in a call is, as far as Microsoft says. */
export type Party =
  | { readonly kind: 'person'; readonly id: PersonId; readonly name?: string }
  | { readonly kind: 'number'; readonly number: string; readonly name?: string }
  | { readonly kind: 'queue'; readonly id: InstanceId; readonly name?: string }
  | { readonly kind: 'application'; readonly id: string; readonly name?: string }
  | { readonly kind: 'guest'; readonly id: string; readonly name?: string }
  /** Withheld, encrypted, or of a kind that we do not know. */
  | { readonly kind: 'unknown'; readonly name?: string };

/** Whether two descriptions mean the same somebody. Two unknowns are never the same. */
export function isSameParty(a: Party, b: Party): boolean {
  switch (a.kind) {
    case 'person':
    case 'queue':
    case 'application':
    case 'guest':
      return b.kind === a.kind && b.id.toLowerCase() === a.id.toLowerCase();
    case 'number':
      return b.kind === 'number' && !isAnonymous(a) && digits(b.number) === digits(a.number);
    case 'unknown':
      return false;
    default:
      return unreachable(a);
  }
}

/** Whether nothing tells this somebody from others: Microsoft does not say, or the number is withheld. */
export const isAnonymous = (party: Party): boolean =>
  party.kind === 'unknown' || (party.kind === 'number' && digits(party.number) === '');

const digits = (number: string): string => number.replace(/\D/g, '');
