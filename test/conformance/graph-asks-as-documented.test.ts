import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CallEffect } from '@switchboard/domain/call/effect';
import { effectId, instanceId, legId, participantId, personId } from '@switchboard/domain/ids';
import { actionRequest, type CallAction } from '@switchboard/graph/calls/effect-request';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

const file = path.resolve(
  import.meta.dirname,
  '../../../shared/reference/graph-openapi/graph-v1.0-console.openapi.json',
);
const hasContract = existsSync(file);

test.runIf(process.env.CI !== undefined)('in CI Microsoft’s documents lie beside the repository', () => {
  expect(hasContract).toBe(true);
});

test.skipIf(hasContract)('skipped: ../shared/reference/graph-openapi is not beside this clone', (context) => {
  context.skip('what we ask of Graph cannot be held against Microsoft’s documents here');
});

const text = hasContract ? readFileSync(file, 'utf8') : '{"paths":{}}';
/** OpenAPI's `nullable` means nothing to ajv without a type beside it, and we never send null. */
const withoutNullable = (key: string, value: unknown): unknown => (key === 'nullable' ? undefined : value);
const document = JSON.parse(text, withoutNullable) as { paths: Record<string, Record<string, unknown>> };
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(document, 'graph');

const common = { leg: legId('leg'), effectId: effectId('effect') };
const who = participantId('them');
const prompt = { url: 'https://contoso.example/a.wav', resourceId: 'a', milliseconds: 1_000 };
const person = { kind: 'person', id: personId('eva'), name: 'Eva' } as const;
const invite = { ...common, type: 'invite', participantId: who } as const;

const actions: readonly CallAction[] = [
  { ...common, type: 'answer', prefetch: [prompt] },
  { ...common, type: 'answer', prefetch: [] },
  { ...common, type: 'reject', reason: 'busy' },
  { ...common, type: 'reject', reason: 'none' },
  { ...common, type: 'reject', reason: 'forbidden' },
  { ...common, type: 'playPrompt', prompt },
  { ...common, type: 'stopPrompts' },
  { ...invite, party: person },
  { ...invite, party: { kind: 'number', number: '+15550100' } },
  { ...invite, party: { kind: 'queue', id: instanceId('queue') } },
  { ...common, type: 'removeParticipant', participantId: who },
  { ...common, type: 'startHoldMusic', participantId: who, prompt },
  { ...common, type: 'stopHoldMusic', participantId: who },
  { ...common, type: 'keepAlive' },
  { ...common, type: 'hangUp' },
];

const pathOf = (address: string): string =>
  address
    .replace('/calls/leg', '/calls/{call-id}')
    .replace('/participants/them', '/participants/{participant-id}');

/** What is wrong with a body by the schema of its path; properties that no schema has are wrong as well. */
function faultsOf(method: string, address: string, body: unknown): readonly string[] {
  const operation = document.paths[pathOf(address)]?.[method.toLowerCase()];
  if (operation === undefined) return [`${method} ${pathOf(address)} is not documented`];
  const takesBody = JSON.stringify(operation).includes('"requestBody"');
  if (body === undefined || !takesBody) return body === undefined ? [] : ['a body is not documented'];
  const pointer = pathOf(address).replaceAll('/', '~1');
  const place = `graph#/paths/${encodeURIComponent(pointer)}/${method.toLowerCase()}`;
  const valid = ajv.validate({ $ref: `${place}/requestBody/content/application~1json/schema` }, body);
  const faults = valid
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [
    ...faults,
    ...namesIn(body).filter((name) => !text.includes(`"${name}": {`) && !text.includes(`"${name}":{`)),
  ];
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

describe.skipIf(!hasContract)('what we ask of Graph', () => {
  test.each([false, true])('is documented, with delta roster %j', (deltaRoster) => {
    const callbackUri = 'https://contoso.example/callback';
    for (const action of actions) {
      const request = actionRequest(action, { callbackUri, deltaRoster });
      if (!request.ok) throw new Error(request.refusal);
      const { method, path: address, body } = request.value;
      expect({ action, faults: faultsOf(method, address, body) }).toEqual({ action, faults: [] });
    }
  });

  test('is asked in every kind of action that there is', () => {
    const types = new Set<CallEffect['type']>(actions.map(({ type }) => type));
    expect(types.size).toBe(10);
  });

  test('would be caught if it were not documented', () => {
    const answer = '/communications/calls/leg/answer';
    expect(faultsOf('POST', answer, { callbackUri: 'x', mediaConfig: {} })).toEqual([]);
    expect(faultsOf('POST', answer, { callbackUri: 7 })).not.toEqual([]);
    expect(faultsOf('POST', answer, { callbackUri: 'x', mediaConfig: {}, prefetchMedia: [] })).not.toEqual(
      [],
    );
    expect(faultsOf('POST', '/communications/calls/leg/park', {})).not.toEqual([]);
    expect(faultsOf('POST', '/communications/calls/leg/keepAlive', { a: 1 })).not.toEqual([]);
  });
});
