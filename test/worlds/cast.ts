import { type PersonId, personId } from '@switchboard/domain/ids';
import { contoso } from '@switchboard/simulator/world/contoso';

/** Who answers Reception in these worlds. */
export const operators: readonly PersonId[] = [contoso.people.eva, contoso.people.omar].map(personId);
/** Whom they put callers through to. */
export const colleagues: readonly PersonId[] = [
  contoso.people.jan,
  contoso.people.sigridur,
  contoso.people.lukasz,
].map(personId);
export const outsideNumber = '+447700900188';
