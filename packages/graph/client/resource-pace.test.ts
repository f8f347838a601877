import { tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { ResourcePace, resourceUse } from './resource-pace.ts';

const contoso = tenantId('contoso');

test.each([
  [{ 'x-ms-resource-unit': '2' }, { units: 2 }],
  [
    { 'x-ms-resource-unit': '5', 'x-ms-throttle-limit-percentage': '0.85' },
    { units: 5, share: 0.85 },
  ],
  [{ 'x-ms-resource-unit': 'many', 'x-ms-throttle-limit-percentage': '-1' }, {}],
  [{ 'x-ms-throttle-limit-percentage': '1e999' }, {}],
  [{}, {}],
])('the headers %j say %j', (headers, use) => {
  expect(resourceUse(new Headers(headers as Record<string, string>))).toEqual(use);
});

test('work of low priority slows down from 0.8 on, the more the more is used', () => {
  const pace = new ResourcePace(new ManualClock(0));
  expect([0.5, 0.8, 0.9, 1, 1.8, 900].map((share) => pace.note(contoso, { share }))).toEqual([
    0, 500, 800, 1_100, 3_500, 4_000,
  ]);
});

test('whoever an operator waits for slows down only when the limit is reached', () => {
  const pace = new ResourcePace(new ManualClock(0));
  pace.note(contoso, { share: 0.9 });
  expect([
    pace.waitMs(contoso, 'low'),
    pace.waitMs(contoso, 'high'),
    pace.waitMs(contoso, undefined),
  ]).toEqual([800, 0, 0]);
  pace.note(contoso, { share: 1.2 });
  expect(pace.waitMs(contoso, 'high')).toBe(1_700);
});

test('the slowness is over with its pause, with an answer that says nothing, and never there for another tenant', () => {
  const clock = new ManualClock(0);
  const pace = new ResourcePace(clock);
  pace.note(contoso, { share: 0.9 });
  expect(pace.waitMs(tenantId('fabrikam'), 'low')).toBe(0);
  clock.advance(800);
  expect(pace.waitMs(contoso, 'low')).toBe(0);
  pace.note(contoso, { share: 1.8 });
  pace.note(contoso, { units: 1 });
  expect(pace.waitMs(contoso, 'low')).toBe(0);
});
