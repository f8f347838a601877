import type { Operator } from '@switchboard/domain/operator/operator';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { findOperator } from '@switchboard/store/tenants/tenants';
import { contoso, now, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { createPreferenceCommands } from './preference-commands.ts';

async function stage() {
  const { store } = await tenantStores();
  const operator: Operator = must(await findOperator(store, contoso, olga), 'Olga');
  const preferences = createPreferenceCommands(store, new ManualClock(now));
  const save = (section: string, value: Record<string, unknown>) =>
    preferences.save(operator, { type: 'savePreferences', id: 'a', section, value });
  return { operator, preferences, save };
}

test('whoever saves is answered with everything that is kept, what the server does not know included', async () => {
  const { save } = await stage();
  await save('look', { theme: 'dark', glow: { soft: true } });
  expect(await save('newerThanWe', { a: 1 })).toEqual({
    ok: true,
    value: {
      type: 'preferences',
      id: 'a',
      sections: {
        look: { version: now, value: { theme: 'dark', glow: { soft: true } } },
        newerThanWe: { version: now, value: { a: 1 } },
      },
    },
  });
});

test('what does not fit is refused by the field that it is in', async () => {
  const { save } = await stage();
  expect(await save('ringing', { volume: 400 })).toMatchObject({
    refusal: {
      code: 'malformed',
      field: 'value.volume',
      remedy: expect.stringContaining('ringing') as string,
    },
  });
  expect(await save('newerThanWe', { text: 'x'.repeat(33_000) })).toMatchObject({
    refusal: { code: 'malformed', field: 'value', remedy: expect.stringContaining('32768') as string },
  });
});

test('there is an end to the sections, and nothing is kept for whoever is an operator no more', async () => {
  const { save, preferences, operator } = await stage();
  for (let n = 0; n < 16; n += 1) expect((await save(`section${'x'.repeat(n)}`, {})).ok).toBe(true);
  expect(await save('oneMore', {})).toEqual({
    ok: false,
    refusal: { code: 'tooManyKept', field: 'section' },
  });
  const gone = { ...operator, operatorId: 'nobody' as typeof olga };
  expect(
    await preferences.save(gone, { type: 'savePreferences', id: 'b', section: 'look', value: {} }),
  ).toEqual({ ok: false, refusal: { code: 'notSignedIn' } });
});
