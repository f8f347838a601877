import type { WayToCall } from '@switchboard/contract/preferences/calling';

/**
 * What opens a number where the operator calls: a page of Microsoft's that hands it to Teams, or what this computer calls
 * with. Undefined: it is dialled by hand. See docs/graph/calling-by-link.md.
 *
 * @param dial E.164
 */
export function callAddress(dial: string, way: WayToCall): string | undefined {
  switch (way) {
    case 'teams':
      return `https://teams.microsoft.com/l/call/0/0?users=4:${encodeURIComponent(dial)}`;
    case 'telephone':
      return `tel:${dial}`;
    default:
      return undefined;
  }
}
