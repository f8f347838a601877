import { type LegId, legId } from '@switchboard/domain/ids';
import { oneSpelling } from './lenient.ts';

/** What of a call a notification is about. */
export type CallResource =
  | { readonly kind: 'call'; readonly leg: LegId }
  | { readonly kind: 'operation'; readonly leg: LegId; readonly operationId?: string }
  | { readonly kind: 'participants'; readonly leg: LegId; readonly participantId?: string }
  | { readonly kind: 'other'; readonly leg: LegId; readonly name: string };

/** `/communications/calls/{id}` or the old `/app/calls/{id}`, with or without the address of Graph before it. */
const callPath = /(?:^|\/)(?:communications|app)\/calls\/([^/?#]+)(?:\/([^/?#]+)(?:\/([^/?#]+))?)?/i;

export function callResourceFromPath(path: string): CallResource | undefined {
  const match = callPath.exec(path);
  if (match?.[1] === undefined) return undefined;
  const leg = legId(oneSpelling(decoded(match[1])));
  const below = match[2]?.toLowerCase();
  const id = match[3] === undefined ? undefined : oneSpelling(decoded(match[3]));
  switch (below) {
    case undefined:
      return { kind: 'call', leg };
    case 'operations':
      return {
        kind: 'operation',
        leg,
        ...(id === undefined || id === 'participants' ? {} : { operationId: id }),
      };
    case 'participants':
      return { kind: 'participants', leg, ...(id === undefined ? {} : { participantId: id }) };
    default:
      return { kind: 'other', leg, name: below };
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
