import { personId, tenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { ok, refused } from '@switchboard/kit/result';
import { describe, expect, test } from 'vitest';
import { operatorAsker } from './operator-asker.ts';
import type { OperatorTokenRefusal } from './operator-token-refusal.ts';

const noor = { tenantId: tenantId('contoso'), personId: personId('noor') };
const scopes = ['Presence.Read.All'];

describe('An operator by whose rights Graph is asked', () => {
  test('brings a token, and a fresh one of the same scopes when it is wanted', async () => {
    const asked: unknown[] = [];
    const tokens = {
      token: async (...args: unknown[]) => {
        asked.push(args);
        return ok(`token ${asked.length}`);
      },
    };
    const asker = await operatorAsker(tokens, noor, scopes);
    const { operator } = must(asker.ok ? asker.value : undefined, 'an asker');
    expect(operator).toMatchObject({ personId: noor.personId, token: 'token 1' });
    expect(await operator.freshToken?.()).toEqual(ok('token 2'));
    expect(asked).toEqual([
      [noor, scopes],
      [noor, scopes, { fresh: true }],
    ]);
  });

  test('is not there without a token', async () => {
    const refusal: OperatorTokenRefusal = { code: 'unreachable', message: 'away' };
    expect(await operatorAsker({ token: async () => refused(refusal) }, noor, scopes)).toEqual(
      refused(refusal),
    );
  });

  test.each<[OperatorTokenRefusal, object]>([
    [{ code: 'signIn', message: '', scopes }, { kind: 'unauthorized' }],
    [{ code: 'askConsent', message: '', scopes, claims: '{}' }, { kind: 'unauthorized' }],
    [{ code: 'askConsent', message: '', scopes }, { kind: 'forbidden' }],
    [
      { code: 'unreachable', message: '' },
      { kind: 'unavailable', sent: 'no' },
    ],
    [
      { code: 'refused', message: '' },
      { kind: 'unavailable', sent: 'no' },
    ],
  ])('has no fresh token (%j): %j', async (refusal, problem) => {
    let isFirst = true;
    const token = async () => {
      const answer = isFirst ? ok('old') : refused(refusal);
      isFirst = false;
      return answer;
    };
    const asker = await operatorAsker({ token }, noor, scopes);
    expect(await (asker.ok ? asker.value.operator.freshToken?.() : undefined)).toMatchObject({
      refusal: problem,
    });
  });
});
