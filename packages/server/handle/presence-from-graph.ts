import type { Presence, PresenceDetails } from '@switchboard/domain/directory/presence';
import type { PersonPresence } from '@switchboard/graph/presence/presences';

/** A presence as Graph told it, in our words: its own words stay, also those that we do not know. */
export function presenceFromGraph(said: PersonPresence): Presence {
  const { personId, sequenceNumber: sequence } = said;
  return {
    personId,
    availability: said.rawAvailability ?? said.availability,
    activity: said.rawActivity ?? said.activity,
    ...(sequence === undefined ? {} : { sequence }),
    details: detailsOf(said),
  };
}

function detailsOf(said: PersonPresence): PresenceDetails {
  const { outOfOffice, statusMessage, statusMessageUntil, workLocation } = said;
  const isOut = outOfOffice?.isOutOfOffice === true;
  const message = outOfOffice?.message;
  return {
    ...(isOut ? { outOfOffice: message === undefined || message === '' ? {} : { message } } : {}),
    ...(statusMessage === undefined || statusMessage === '' ? {} : { statusMessage }),
    ...(statusMessageUntil === undefined ? {} : { statusMessageUntil }),
    ...(workLocation === undefined ? {} : { workLocation: { kind: workLocation.at } }),
  };
}
