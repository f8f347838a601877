import type { PersonId } from '../ids.ts';
import type { Party } from '../party/party.ts';

/** What an operator asks of a call. */
export type CallCommand =
  | { readonly type: 'accept'; readonly operatorId: PersonId }
  | { readonly type: 'hold'; readonly operatorId: PersonId }
  | { readonly type: 'resume'; readonly operatorId: PersonId }
  | { readonly type: 'transfer'; readonly operatorId: PersonId; readonly target: Party }
  | { readonly type: 'takeBack'; readonly operatorId: PersonId }
  | { readonly type: 'hangUp'; readonly operatorId: PersonId };

/** Why a command has no place in the call as it is. */
export type CallRefusal =
  | { readonly code: 'callGone' }
  | { readonly code: 'callTaken'; readonly by: PersonId }
  | { readonly code: 'notYourCall'; readonly by: PersonId }
  | { readonly code: 'notNow'; readonly state: string }
  | { readonly code: 'targetIsYou' };
