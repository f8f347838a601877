import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { changeFaults, noFaultSettings } from '../faults/fault-settings.ts';
import { clientChangeSchema } from '../world/clients.ts';
import { worldSettingsSchema } from '../world/settings.ts';

const text = z.string().min(1);
const common = {
  /** Seconds since the start before which the step does not begin. */
  at: z.number().min(0).max(86_400).optional(),
};
/** Seconds to wait for it to ring. */
const within = z.number().min(0).max(3_600).optional();

const stepSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ ...common, do: z.literal('wait'), seconds: z.number().min(0).max(86_400) }),
    z.strictObject({ ...common, do: z.literal('say'), text }),
    z.strictObject({ ...common, do: z.literal('dial'), from: text, to: text, name: text.optional() }),
    z.strictObject({ ...common, do: z.literal('keys'), who: text, keys: text }),
    z.strictObject({ ...common, do: z.literal('answer'), who: text, within }),
    z.strictObject({ ...common, do: z.literal('decline'), who: text, within }),
    z.strictObject({ ...common, do: z.literal('pickUp'), who: text, for: text, within }),
    z.strictObject({ ...common, do: z.literal('hangUp'), who: text }),
    z.strictObject({ ...common, do: z.literal('presence'), who: text, availability: text, activity: text }),
    z.strictObject({ ...common, do: z.literal('client'), who: text, set: clientChangeSchema }),
    z.strictObject({ ...common, do: z.literal('settings'), set: worldSettingsSchema.partial() }),
    z.strictObject({ ...common, do: z.literal('faults'), set: z.record(z.string(), z.unknown()) }),
    z.strictObject({ ...common, do: z.literal('resetFaults') }),
    z.strictObject({ ...common, do: z.literal('forget'), who: text }),
    z.strictObject({
      ...common,
      do: z.literal('orphan'),
      from: text,
      to: text,
      name: text.optional(),
      state: z.enum(['incoming', 'established']).optional(),
    }),
    z.strictObject({
      ...common,
      do: z.literal('traffic'),
      callsPerMinute: z.number().min(0).max(10_000).optional(),
      operators: z.enum(['auto', 'manual']).optional(),
      presenceChangesPerMinute: z.number().min(0).max(100_000).optional(),
    }),
  ],
  { error: 'do: is none of the steps that there are; --help lists them' },
);

const scriptSchema = z.strictObject({
  name: text,
  about: text.optional(),
  steps: z.array(stepSchema).min(1).max(1_000),
});

export type Step = z.infer<typeof stepSchema>;

/**
 * A story that the simulator plays, from a JSON file: `{"name": …, "steps": [{"do": "dial", …}, …]}`.
 *
 * The steps follow each other. A step begins when the one before is over, and not before its `at`, in seconds since
 * the start. `wait` is over after its `seconds`; `answer`, `decline` and `pickUp` wait up to `within` seconds for it
 * to ring; everything else is over at once. What cannot be done is told in the log, and the story goes on.
 *
 * `who` is a caller by the `name` they dialled with, a telephone number, or a person by principal name, id, or first
 * name where it is one of the fixed people (`eva`, `jan`, …). `to` is a number, or a queue as `reception`.
 */
export interface Script {
  readonly name: string;
  readonly about?: string | undefined;
  readonly steps: readonly Step[];
}

/** For `--help`. */
export const stepsHelp = `  wait seconds                    say text
  dial from to [name]             keys who keys
  answer who [within]             decline who [within]
  pickUp who for [within]         hangUp who
  presence who availability activity
  client who set{}                settings set{}
  faults set{}                    resetFaults
  forget who                      orphan from to [name] [state]
  traffic [callsPerMinute] [operators] [presenceChangesPerMinute]`;

/** @returns the script, or a sentence that names step and field */
export function readScript(json: string): Result<Script, string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return refused(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = scriptSchema.safeParse(value);
  if (!read.success) return refused(read.error.issues.map((issue) => tell(value, issue)).join('; '));
  const problem = inconsistency(read.data.steps);
  return problem === undefined ? ok(read.data) : refused(problem);
}

/** `step 3 (dial), from: …`, counted as people count. */
export const nameStep = (index: number, step: string): string => `step ${index + 1} (${step})`;

function tell(value: unknown, { path, message }: z.core.$ZodIssue): string {
  const [root, index, ...fields] = path;
  if (root !== 'steps' || typeof index !== 'number') return `${path.join('.') || 'file'}: ${message}`;
  const steps = (value as { steps: readonly { readonly do?: unknown }[] }).steps;
  const field = fields.length > 0 && fields[0] !== 'do' ? `${fields.join('.')}: ` : '';
  return `${nameStep(index, String(steps[index]?.do))}, ${field}${message}`;
}

function inconsistency(steps: readonly Step[]): string | undefined {
  let latest = 0;
  for (const [index, step] of steps.entries()) {
    const name = nameStep(index, step.do);
    if (step.at !== undefined && step.at < latest)
      return `${name}, at: ${step.at} is before ${latest}, the time of a step before it`;
    latest = step.at ?? latest;
    if (step.do !== 'faults') continue;
    const changed = changeFaults(noFaultSettings, step.set);
    if (!changed.ok) return `${name}, set.${changed.refusal}`;
  }
  return undefined;
}
