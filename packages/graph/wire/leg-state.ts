/** How a leg stands, as far as it matters to us. `transferring`: given away, and not taken yet. */
export type LegState =
  | 'incoming'
  | 'establishing'
  | 'established'
  | 'transferring'
  | 'redirecting'
  | 'gone'
  | 'other';

const states: Readonly<Record<string, LegState>> = {
  incoming: 'incoming',
  establishing: 'establishing',
  established: 'established',
  transferring: 'transferring',
  transferaccepted: 'transferring',
  redirecting: 'redirecting',
  terminated: 'gone',
};

/** `callState` in lower case; `hold`, `terminating` and states that we do not know are `other`. */
export const legStateFromGraph = (state: string | undefined): LegState => states[state ?? ''] ?? 'other';
