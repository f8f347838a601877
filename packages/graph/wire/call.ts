import * as z from 'zod';
import { identitySetSchema } from './identity.ts';
import { maybe, member, text } from './lenient.ts';
import { resultInfoSchema } from './result-info.ts';

const participantInfoSchema = z.looseObject({
  id: text,
  participantId: text,
  endpointType: member,
  identity: maybe(identitySetSchema),
});

/** `call`, as notifications and `GET call` carry it: any member may be missing. */
export const callSchema = z.looseObject({
  id: text,
  state: member,
  direction: member,
  tenantId: text,
  callChainId: text,
  myParticipantId: text,
  terminationReason: text,
  source: maybe(participantInfoSchema),
  targets: maybe(z.array(maybe(participantInfoSchema))),
  incomingContext: maybe(
    z.looseObject({
      sourceParticipantId: text,
      transferor: maybe(identitySetSchema),
    }),
  ),
  resultInfo: maybe(resultInfoSchema),
});

export type GraphCall = z.output<typeof callSchema>;
