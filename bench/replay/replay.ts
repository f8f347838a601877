import type { ClientBase } from 'pg';
import type { RecordedStatement, Recording, Step } from './recording.ts';
import { compileTemplate, fillTemplate, type Template } from './template.ts';

interface ReadyStatement {
  readonly text: string;
  /** Undefined: a statement without values. */
  readonly values: Template | undefined;
}

/** A step of the recording, cut and ready. */
export interface ReadyStep {
  readonly request: readonly ReadyStatement[];
  readonly action: { readonly name: string; readonly body: Template } | undefined;
  readonly report: readonly ReadyStatement[];
  readonly frame: Template;
}

/** A call that is played again: its own ids for the recorded ones. */
export class ReplayedCall {
  readonly callId: string;
  readonly leg: string;
  readonly #ids = new Map<string, string>();

  constructor(recording: Recording, leg: string) {
    this.leg = leg;
    this.callId = crypto.randomUUID();
    for (const id of recording.ids) this.#ids.set(id, crypto.randomUUID());
    this.#ids.set(recording.leg, leg);
    this.#ids.set(recording.callId, this.callId);
  }

  fill(template: Template): string {
    return fillTemplate(template, (id) => this.#ids.get(id) ?? id, Date.now());
  }
}

export function readySteps(recording: Recording): readonly ReadyStep[] {
  const compile = (text: string): Template => compileTemplate(text, recording.ids, recording.recordedAt);
  const ready = ({ text, values }: RecordedStatement): ReadyStatement => ({
    text,
    values: values.length === 0 ? undefined : compile(JSON.stringify(values)),
  });
  return recording.steps.map(({ request, action, report, frame }: Step) => ({
    request: request.map(ready),
    action:
      action === undefined ? undefined : { name: action.name, body: compile(JSON.stringify(action.body)) },
    report: report.map(ready),
    frame: compile(frame),
  }));
}

/** Sends the statements one by one over one connection, as they were sent. */
export async function runStatements(
  client: ClientBase,
  statements: readonly ReadyStatement[],
  call: ReplayedCall,
): Promise<void> {
  for (const { text, values } of statements) {
    if (values === undefined) await client.query(text);
    else await client.query(text, JSON.parse(call.fill(values)) as unknown[]);
  }
}
