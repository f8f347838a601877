import type { CallState } from '@switchboard/domain/call/call-state';
import { type CallId, participantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import type { Store } from '../access/store.ts';
import { accept, now, olga, tell, waitingCall } from './sample-tenant.testing.ts';

const member = (id: string, party: CallState['members'][number]['party']) => ({
  participantId: participantId(id),
  party,
  removed: false,
  isVoicemail: false,
  isInLobby: false,
});

/** A call that an operator talks in. */
export async function connectedCall(store: Store, operatorId = olga, at = now): Promise<CallId> {
  const { callId } = (await waitingCall(store)).decided.state;
  const accepted = must(await accept(store, callId, operatorId), 'a call');
  if (!accepted.ok) throw new Error(accepted.refusal);
  await tell(
    store,
    callId,
    ({ leg, caller: party }) => ({
      type: 'rosterSeen',
      leg,
      members: [member('caller', party), member(`${operatorId}-here`, { kind: 'person', id: operatorId })],
      partial: false,
      sequence: 1,
    }),
    { at },
  );
  return callId;
}
