import { tenantId } from '@switchboard/domain/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsFromNotification } from './facts-from-notification.ts';
import { isLegacyNotification } from './is-legacy-notification.ts';

const contoso = tenantId('contoso');
const names = fc.constantFrom(
  'changeType',
  'resourceUrl',
  'resource',
  'resourceData',
  '@odata.type',
  'state',
  'targets',
);
const path = fc.constantFrom(
  '/communications/calls/A',
  '/app/calls/A/operations/B',
  '/communications/calls/A/participants',
);
const item = fc.dictionary(
  names,
  fc.oneof(fc.jsonValue(), path, fc.constantFrom('created', 'deleted', 'incoming')),
);

test('whatever is sent, something is said about every item and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(item, fc.jsonValue()), { maxLength: 5 }), (items) => {
      const result = factsFromNotification({ value: items }, contoso);
      const said = result.ok ? result.value.facts.length + result.value.ignored.length : -1;
      expect(said).toBeGreaterThanOrEqual(items.length);
    }),
  );
});

test('whatever the body is, it is read or called malformed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      isLegacyNotification(body);
      const result = factsFromNotification(body, contoso);
      expect(result.ok || result.refusal.code === 'malformed').toBe(true);
    }),
  );
});
