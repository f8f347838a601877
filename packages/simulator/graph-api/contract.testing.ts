import { existsSync, readFileSync } from 'node:fs';
import { must } from '@switchboard/kit/assert';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** Microsoft's paper lies beside the repository; a clone elsewhere does not have it. */
const paper = new URL(
  '../../../../shared/reference/graph-openapi/graph-v1.0-console.openapi.json',
  import.meta.url,
);

export const hasContract = existsSync(paper);

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns OpenAPI 3.0 into JSON Schema: `nullable` becomes a type, and enums are compared in any case. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (!isObject(node)) return node;
  const { nullable, enum: members, 'x-discriminator': _, description: __, ...rest } = node;
  const schema: Json = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]),
  );
  if (Array.isArray(members)) schema.foldedEnum = members;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** `/communications/calls/{call-id}` as a pattern for real paths; `users/delta()` under each of its names. */
function pathPattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${escaped.replace('/delta\\(\\)', '/(?:microsoft\\.graph\\.)?delta(?:\\(\\))?')}$`);
}

/**
 * Paths of Microsoft's pages that the document leaves out, each held against the path whose answer has the same shape.
 */
const leftOut: readonly (readonly [RegExp, string])[] = [
  [/^\/groups\/([^/]+)\/transitiveMembers$/, '/groups/$1/members'],
  [/^\/contacts\/(?!.*delta)[^/]+$/, '/users/one'],
  [/^\/groups\/(?!.*delta)[^/]+$/, '/users/one'],
  [/\/contacts\/(?!.*delta)[^/]+$/, '/manager'],
  [/\/calendar\/(?:microsoft\.graph\.)?(getSchedule)$/, '/calendar/$1'],
  [/\/calendar\/calendarView$/, '/calendarView'],
  [/\/contactFolders\/(?!.*delta)[^/]+$/, '/manager'],
  [/\/contactFolders\/[^/]+\/childFolders(\/[^/]+)?$/, '/contactFolders'],
  [/\/mailFolders\/[^/]+\/messages$/, '/contactFolders'],
  [/^\/servicePrincipals[^/]*(?:\/[^/]+)?\/oauth2PermissionGrants$/, '/groups/one/members'],
  [/\/contactFolders\/(?:microsoft\.graph\.)?delta(?:\(\))?$/, '/contactFolders'],
];

const documentedPath = (path: string): string =>
  leftOut.reduce((found, [pattern, like]) => found.replace(pattern, like), path);

/** Holds answers and notifications against Microsoft's OpenAPI document. */
export interface Contract {
  /** @returns what is wrong with an answer; empty when nothing is */
  answer(method: string, path: string, status: number, body: unknown): string[];
  /** @param schema name without `microsoft.graph.` */
  named(schema: string, body: unknown): string[];
}

export function loadContract(): Contract {
  const document = JSON.parse(readFileSync(paper, 'utf8')) as Json;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv, ['date-time', 'date', 'uuid']);
  for (const width of ['int16', 'int32', 'int64', 'double', 'byte', 'duration', 'base64url', 'time'])
    ajv.addFormat(width, true);
  ajv.addKeyword({
    keyword: 'foldedEnum',
    validate: (members: string[], value: unknown) =>
      typeof value !== 'string' || members.some((member) => member.toLowerCase() === value.toLowerCase()),
  });
  ajv.addSchema({ $id: 'graph', ...(toJsonSchema(document) as Json) });
  const validators = new Map<string, ValidateFunction>();
  const validate = (pointer: string, body: unknown, where: string): string[] => {
    const validator = validators.get(pointer) ?? ajv.compile({ $ref: `graph#${pointer}` });
    validators.set(pointer, validator);
    if (validator(body)) return [];
    return (validator.errors ?? []).map(
      ({ instancePath, message }) => `${where}${instancePath}: ${message ?? ''}`,
    );
  };
  const schemas = must((document.components as Json).schemas as Json | undefined, 'schemas');

  /** Whatever names its type is held against that type, wherever it stands. */
  const typed = (value: unknown, where: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((entry, index) => typed(entry, `${where}/${index}`));
    if (!isObject(value)) return [];
    const name = typeof value['@odata.type'] === 'string' ? value['@odata.type'].replace('#', '') : '';
    const own = name in schemas ? validate(`/components/schemas/${name}`, value, where) : [];
    return [...own, ...Object.entries(value).flatMap(([key, entry]) => typed(entry, `${where}/${key}`))];
  };

  const paths = Object.entries(document.paths as Json).map(([template, operations]) => ({
    template,
    pattern: pathPattern(template),
    operations: operations as Json,
  }));
  // A fixed path goes before one with a parameter in its place.
  paths.sort((a, b) => a.template.split('{').length - b.template.split('{').length);

  return {
    answer(method, path, status, body) {
      const where = `${method} ${path} ${status}`;
      const found = paths.find(
        ({ pattern, operations }) => pattern.test(documentedPath(path)) && method.toLowerCase() in operations,
      );
      if (!found) return [`${where}: not in the document`];
      if (status >= 400) return validate('/components/schemas/odata.error', body, where);
      const operation = found.operations[method.toLowerCase()] as Json;
      const answers = operation.responses as Json;
      if (!(String(status) in answers)) return [`${where}: the document has no such success`];
      const content = (answers[String(status)] as Json).content;
      if (content === undefined) return typed(body, where);
      const escaped = found.template.replaceAll('~', '~0').replaceAll('/', '~1');
      const pointer = `/paths/${encodeURIComponent(escaped)}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`;
      return [...validate(pointer, body, where), ...typed(body, where)];
    },
    named: (schema, body) => [
      ...validate(`/components/schemas/microsoft.graph.${schema}`, body, schema),
      ...typed(body, schema),
    ],
  };
}
