import { ok, type Result, refused } from '@switchboard/kit/result';
import type { OperatorAsker } from '../client/asker.ts';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { OperatorTokenRefusal } from './operator-token-refusal.ts';
import type { OperatorTokens } from './operator-tokens.ts';
import type { PersonKey } from './token-cache-store.ts';

/** Somebody by whose rights Graph is asked, with these scopes. A token that Graph does not take is replaced once. */
export async function operatorAsker(
  tokens: Pick<OperatorTokens, 'token'>,
  person: PersonKey,
  scopes: readonly string[],
): Promise<Result<OperatorAsker, OperatorTokenRefusal>> {
  const { tenantId, personId } = person;
  const token = await tokens.token(person, scopes);
  if (!token.ok) return token;
  const freshToken = async (): Promise<Result<string, GraphProblem>> => {
    const fresh = await tokens.token(person, scopes, { fresh: true });
    return fresh.ok ? fresh : refused(problemOf(fresh.refusal));
  };
  return ok({ tenantId, operator: { personId, token: token.value, freshToken } });
}

/** What a missing token means for a request: nothing was sent. */
function problemOf(refusal: OperatorTokenRefusal): GraphProblem {
  const { code, message } = refusal;
  const said = { status: 0, code, message };
  switch (refusal.code) {
    case 'signIn':
      return { ...said, kind: 'unauthorized' };
    case 'askConsent':
      // A question to the person (a second factor) is answered by signing in; a missing consent is not.
      return { ...said, kind: refusal.claims === undefined ? 'forbidden' : 'unauthorized' };
    case 'refused':
    case 'unreachable':
      return { ...said, kind: 'unavailable', sent: 'no' };
  }
}
