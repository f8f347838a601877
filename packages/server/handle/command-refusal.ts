import type { CallRefusal } from '@switchboard/domain/call/command';

/** Why a command is refused: by the rules of the call, or because this operator may not ask it now. */
export type CommandRefusal =
  | CallRefusal
  | { readonly code: 'busy' }
  | { readonly code: 'notInQueue' }
  | { readonly code: 'notSignedIn' }
  | { readonly code: 'targetUnknown' }
  | { readonly code: 'queueUnknown' }
  | { readonly code: 'noNumber' }
  | { readonly code: 'numberInvalid'; readonly remedy: string }
  | { readonly code: 'malformed'; readonly field: string; readonly remedy: string }
  | { readonly code: 'unavailable' };
