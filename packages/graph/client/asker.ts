import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { FreshToken, GraphRequest } from './graph-request.ts';

/** An operator by whose rights Graph is asked. */
export interface AskingOperator {
  readonly personId: PersonId;
  /** Their token for Graph, with the permission that is needed (`auth/operator-tokens.ts`). */
  readonly token: string;
  /** A new one, for when Graph does not take that. */
  readonly freshToken?: FreshToken;
}

/** By whose rights Graph is asked: an operator's when one is named, else the application's in the tenant. */
export interface Asker {
  readonly tenantId: TenantId;
  readonly operator?: AskingOperator | undefined;
}

/** Who is asked for when only the operator themselves will do: their mailbox, their contacts. */
export interface OperatorAsker extends Asker {
  readonly operator: AskingOperator;
}

/** The part of a request that says whose rights it goes by. */
export const rightsOf = ({
  tenantId,
  operator,
}: Asker): Pick<GraphRequest, 'tenantId' | 'token' | 'freshToken'> => ({
  tenantId,
  ...(operator === undefined ? {} : { token: operator.token }),
  ...(operator?.freshToken === undefined ? {} : { freshToken: operator.freshToken }),
});
