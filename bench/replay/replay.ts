import type { ClientBase, QueryResult } from 'pg';
import * as z from 'zod';
import type { RecordedAction, RecordedStatement, Recording } from './recording.ts';
import { compileTemplate, fillTemplate, type Template } from './template.ts';

export interface ReadyStatement {
  readonly name: string | undefined;
  readonly text: string;
  /** Undefined: a statement without values. */
  readonly values: Template | undefined;
  /** Which of the values is the version of the call's row that was read before, counted from 0. */
  readonly version: number | undefined;
  /** Types of the events that it writes about the call. */
  readonly events: readonly string[];
}

export interface ReadyAction {
  readonly method: string;
  readonly path: Template;
  /** Undefined: a request without a body. */
  readonly body: Template | undefined;
}

/** A step of the recording, cut and ready. */
export interface ReadyStep {
  readonly name: string;
  readonly request: readonly ReadyStatement[];
  readonly after: readonly (readonly ReadyStatement[] | ReadyAction)[];
}

export interface ReadyRecording {
  readonly steps: ReadonlyMap<string, ReadyStep>;
  /** By the type of an event. */
  readonly frames: ReadonlyMap<string, ReadyFrame>;
}

export interface ReadyFrame {
  readonly isTelling: boolean;
  readonly template: Template;
}

/** Who takes a call, and in whose tenant. */
export interface ReplayedOperator {
  readonly operatorId: string;
  readonly tokenHash: string;
}

/** A call that is played again: its own ids for the recorded ones. */
export class ReplayedCall {
  readonly callId: string;
  readonly leg: string;
  readonly tenantId: string;
  readonly #recording: Recording;
  readonly #ids = new Map<string, string>();
  /** Of the call's row, as it was read last. */
  version = '0';

  constructor(recording: Recording, leg: string, tenantId: string) {
    this.leg = leg;
    this.tenantId = tenantId;
    this.callId = crypto.randomUUID();
    this.#recording = recording;
    for (const id of recording.ids) this.#ids.set(id, crypto.randomUUID());
    this.#ids.set(recording.leg, leg);
    this.#ids.set(recording.callId, this.callId);
    this.#ids.set(recording.tenantId, tenantId);
  }

  takenBy({ operatorId, tokenHash }: ReplayedOperator): void {
    this.#ids.set(this.#recording.operatorId, operatorId);
    this.#ids.set(this.#recording.tokenHash, tokenHash);
  }

  fill(template: Template): string {
    return fillTemplate(template, (id) => this.#ids.get(id) ?? id, Date.now());
  }
}

export function readyRecording(recording: Recording): ReadyRecording {
  const { leg, callId, tenantId, operatorId, tokenHash, recordedAt } = recording;
  const ids = [leg, callId, tenantId, operatorId, tokenHash, ...recording.ids];
  const compile = (text: string): Template => compileTemplate(text, ids, recordedAt);
  const statement = ({ name, text, values }: RecordedStatement): ReadyStatement => ({
    name,
    text,
    values: values.length === 0 ? undefined : compile(JSON.stringify(values)),
    version: placeOfVersion(text),
    events: typesOf(values),
  });
  const action = ({ method, path, body }: RecordedAction): ReadyAction => ({
    method,
    path: compile(path),
    body: body === undefined ? undefined : compile(JSON.stringify(body)),
  });
  const steps = recording.steps.map(({ name, request, after }) => ({
    name,
    request: request.map(statement),
    after: inRuns(after.map((part) => ('action' in part ? action(part.action) : statement(part.statement)))),
  }));
  return {
    steps: new Map(steps.map((step) => [step.name, step])),
    frames: new Map(
      recording.frames.map(({ type, isTelling, frame }) => [type, { isTelling, template: compile(frame) }]),
    ),
  };
}

const eventRows = z.array(z.object({ n: z.number(), type: z.string(), data: z.unknown() }));

/** Events stand in one of the values, as JSON; see `store/commit/write-decision.ts`. */
const typesOf = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) => {
    const rows =
      typeof value === 'string' && value.startsWith('[') ? eventRows.safeParse(JSON.parse(value)) : undefined;
    return rows?.data?.map(({ type }) => type) ?? [];
  });

/** Statements that follow each other go over one connection. */
function inRuns(parts: readonly (ReadyStatement | ReadyAction)[]): ReadyStep['after'] {
  const runs: (ReadyStatement[] | ReadyAction)[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if ('method' in part) runs.push(part);
    else if (Array.isArray(last)) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

/** Writing a call names the version that was read; see `store/commit/write-decision.ts`. */
function placeOfVersion(text: string): number | undefined {
  const place = /xmin = \$(\d+)/.exec(text)?.[1];
  return place === undefined ? undefined : Number(place) - 1;
}

/** Sends the statements one by one over one connection, as they were sent. */
export async function runStatements(
  client: ClientBase,
  statements: readonly ReadyStatement[],
  call: ReplayedCall,
): Promise<void> {
  for (const { name, text, values: template, version } of statements) {
    if (template === undefined) {
      await client.query(text);
      continue;
    }
    const values = JSON.parse(call.fill(template)) as unknown[];
    if (version !== undefined) values[version] = call.version;
    const { rows } = await runStatement(client, { name, text }, values);
    const [row] = rows as readonly { readonly version?: string }[];
    if (row?.version !== undefined) call.version = row.version;
  }
}

export const runStatement = (
  client: Pick<ClientBase, 'query'>,
  { name, text }: { readonly name?: string | undefined; readonly text: string },
  values: unknown[],
): Promise<QueryResult> =>
  name === undefined ? client.query(text, values) : client.query({ name, text, values });
