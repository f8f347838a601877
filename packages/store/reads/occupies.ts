import { sql } from 'kysely';

/**
 * Whether a row of `calls` keeps its operator from taking another one. A held call does not, nor one that they have
 * left to a colleague who rings.
 */
export const occupies = sql<boolean>`(state IN ('connecting', 'connected', 'consulting', 'merged')
  OR (state = 'transferring' AND data ? 'operatorParticipantId'))`;
