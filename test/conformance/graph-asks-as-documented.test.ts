import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tones } from '@switchboard/domain/call/effect';
import {
  callId,
  effectId,
  instanceId,
  legId,
  participantId,
  personId,
  tenantId,
} from '@switchboard/domain/ids';
import { type ActionSettings, actionRequest, type CallAction } from '@switchboard/graph/calls/effect-request';
import { createCallActions } from '@switchboard/graph/calls/perform-effect';
import { silentLogger as log } from '@switchboard/kit/logger';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { stubClient } from '../../packages/graph/client/stub-client.testing.ts';

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
const number = { kind: 'number', number: '+15550100' } as const;
const queue = { kind: 'queue', id: instanceId('queue') } as const;
const invite = { ...common, type: 'invite', participantId: who } as const;
const redirect = { ...common, type: 'redirect', ringFor: 20_000 } as const;
const transfer = { ...common, type: 'transfer' } as const;

type ActionOf<Type extends CallAction['type']> = Extract<CallAction, { readonly type: Type }>;

/** Every kind of action that there is, in every form that it takes. */
const actions: { readonly [Type in CallAction['type']]: readonly ActionOf<Type>[] } = {
  answer: [
    { ...common, type: 'answer', prefetch: [prompt] },
    { ...common, type: 'answer', prefetch: [] },
  ],
  reject: (['busy', 'none', 'forbidden'] as const).map((reason) => ({ ...common, type: 'reject', reason })),
  redirect: [
    { ...redirect, party: person },
    { ...redirect, party: number },
    { ...redirect, party: number, ringFor: 600_000 },
  ],
  transfer: [
    { ...transfer, party: person },
    { ...transfer, party: number },
  ],
  playPrompt: [{ ...common, type: 'playPrompt', prompt }],
  stopPrompts: [{ ...common, type: 'stopPrompts' }],
  sendTones: [{ ...common, type: 'sendTones', tones }],
  invite: [
    { ...invite, party: person },
    { ...invite, party: number },
    { ...invite, party: queue },
    { ...invite, party: person, toMailbox: true },
  ],
  removeParticipant: [{ ...common, type: 'removeParticipant', participantId: who }],
  startHoldMusic: [{ ...common, type: 'startHoldMusic', participantId: who, prompt }],
  stopHoldMusic: [{ ...common, type: 'stopHoldMusic', participantId: who }],
  keepAlive: [{ ...common, type: 'keepAlive' }],
  hangUp: [{ ...common, type: 'hangUp' }],
};

/** The requests that an action is, one for each of its forms. */
function requestsOf(type: CallAction['type'], settings: Partial<ActionSettings> = {}) {
  const callbackUri = 'https://contoso.example/callback';
  return actions[type].map((action) => {
    const request = actionRequest(action, { callbackUri, deltaRoster: false, mailboxes: true, ...settings });
    if (!request.ok) throw new Error(request.refusal);
    return request.value;
  });
}

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

const schemaOf = (name: string) => ({ $ref: `graph#/components/schemas/${name}` });

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

describe.skipIf(!hasContract)('what we ask of Graph', () => {
  test.each(Object.keys(actions) as CallAction['type'][])('for %s is documented', (type) => {
    for (const { method, path: address, body } of requestsOf(type)) {
      expect({ body, faults: faultsOf(method, address, body) }).toEqual({ body, faults: [] });
    }
  });

  test('for an answer is documented with delta roster', () => {
    const [request] = requestsOf('answer', { deltaRoster: true });
    expect(request?.body).toMatchObject({ callOptions: { isDeltaRosterEnabled: true } });
    expect(faultsOf('POST', request?.path ?? '', request?.body)).toEqual([]);
  });

  test('to observe a call is documented', async () => {
    const { client, asked } = stubClient({ body: { state: 'established' } }, { body: { value: [] } });
    const { perform } = createCallActions({ client, callbackUri: () => '', log });
    const where = { tenantId: tenantId('contoso'), callId: callId('one') };
    expect(await perform({ ...common, type: 'observe' }, where)).toMatchObject({ type: 'observed' });
    expect(asked.map(({ method, path: address }) => `${method} ${pathOf(address)}`)).toEqual([
      'GET /communications/calls/{call-id}',
      'GET /communications/calls/{call-id}/participants',
    ]);
    for (const { method, path: address, body } of asked) {
      expect(faultsOf(method, address, body)).toEqual([]);
    }
  });

  test('to redirect stays within the 15 to 90 s that the page states', () => {
    const seconds = requestsOf('redirect').map(({ body }) => (body as { readonly timeout: number }).timeout);
    expect(seconds).toEqual([20, 20, 90]);
  });

  test('for a mailbox alone names an endpoint type, one that the schema has', () => {
    const types = requestsOf('invite').map(({ body }) => {
      const { participants } = body as { readonly participants: readonly { endpointType?: string }[] };
      return participants[0]?.endpointType;
    });
    expect(types).toEqual([undefined, undefined, undefined, 'voicemail']);
    expect(ajv.validate(schemaOf('microsoft.graph.endpointType'), 'voicemail')).toBe(true);
    expect(ajv.validate(schemaOf('microsoft.graph.endpointType'), 'mailbox')).toBe(false);
  });

  test('would be caught if it were not documented', () => {
    const answer = '/communications/calls/leg/answer';
    expect(faultsOf('POST', answer, { callbackUri: 'x', mediaConfig: {} })).toEqual([]);
    expect(faultsOf('POST', answer, { callbackUri: 7 })).not.toEqual([]);
    expect(faultsOf('POST', answer, { callbackUri: 'x', mediaConfig: {}, prefetchMedia: [] })).not.toEqual(
      [],
    );
    expect(faultsOf('POST', '/communications/calls/leg/sendDtmfTones', { tones: ['hash'] })).not.toEqual([]);
    expect(faultsOf('POST', '/communications/calls/leg/transfer', {})).not.toEqual([]);
    expect(faultsOf('POST', '/communications/calls/leg/redirect', { targets: [{}], after: 1 })).not.toEqual(
      [],
    );
    expect(faultsOf('POST', '/communications/calls/leg/park', {})).not.toEqual([]);
    expect(faultsOf('POST', '/communications/calls/leg/keepAlive', { a: 1 })).not.toEqual([]);
  });
});
