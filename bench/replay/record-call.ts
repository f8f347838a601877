import { must } from '@switchboard/kit/assert';
import { hashOf } from '@switchboard/server/http/secrets';
import pg from 'pg';
import type { CallDriver } from '../calls/call-driver.ts';
import type { CallLife, LifeStep } from '../calls/call-life.ts';
import type { Statement } from '../stage/child-server.ts';
import type { ArrivedAction } from '../stage/microsoft.ts';
import type { Side } from '../stage/side.ts';
import { bench } from '../stage/tenant.ts';
import type { RecordedAction, RecordedStatement, Recording, Step } from './recording.ts';

/** Longer than nearly every look that the server takes of itself (2 s for those who are camped on), in milliseconds. */
const idleTime = 2_300;
/** Between two steps of the call: everything of the first must be over. */
const longBreath = 250;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const isFeed = ({ text }: Statement): boolean => text.includes('FROM events');
/** How often others are rung depends on how much is done at once: the floor does that as the server does. */
const isBell = ({ text }: Statement): boolean => text.includes('pg_notify');
const isBound = ({ text }: Statement): boolean => text === 'begin' || text === 'commit';

/** What the server does for the call names it, its tenant, its operator or an effect. */
const isAboutSomebody = ({ values }: Statement): boolean =>
  JSON.stringify(values).search(uuid) >= 0 || values.some(isHash);
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{43}$/.test(value);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

interface TakenDown {
  readonly step: LifeStep;
  readonly statements: readonly Statement[];
  readonly actions: readonly ArrivedAction[];
  readonly frame: string;
  /** Types of the events that the call has now. */
  readonly events: readonly string[];
}

/** Lets one call pass through the real server, and takes down its statements, its requests and its frames. */
export async function recordCall(side: Side, driver: CallDriver): Promise<Recording> {
  const { server, operators } = side;
  await server.record();
  await pause(idleTime);
  const atRest = await server.takeRecorded();
  const idle = new Set(atRest.filter((one) => !isBound(one)).map(({ text }) => text));
  const client = new pg.Client({ connectionString: side.databaseUrl });
  await client.connect();
  const taken: TakenDown[] = [];
  const recordedAt = Date.now();
  let life: CallLife | undefined;
  await driver.recordedCall(async (step, now) => {
    life = now;
    await pause(longBreath);
    const statements = await server.takeRecorded();
    const text = 'SELECT type FROM events WHERE call_id = $1 ORDER BY seq';
    const { rows } = await client.query<{ type: string }>(text, [now.callId]);
    const actions = now.actions.all.splice(0);
    taken.push({ step, statements, actions, frame: now.frame, events: rows.map(({ type }) => type) });
  });
  await client.end();
  await server.stopRecording();
  const { leg, callId } = must(life, 'a call that was recorded');
  const operator = must(operators[0], 'the operator who took the recorded call');
  const own = {
    tenantId: operator.tenantId,
    operatorId: operator.operatorId,
    tokenHash: hashOf(operator.token),
  };
  const all = taken.flatMap(({ statements }) => statements);
  const { name, text, values } = must([...atRest, ...all].find(isFeed), 'a read of the feed');
  return {
    recordedAt,
    leg,
    callId,
    ...own,
    ids: changingIds(
      all,
      new Set<string>([...Object.values(bench).map(String), ...Object.values(own), leg, callId]),
    ),
    steps: taken.map((one) => stepOf(one, idle)),
    frames: framesOf(taken),
    feed: { ...(name === undefined ? {} : { name }), text, values },
  };
}

/** Statements and actions by their time. Whatever comes behind the first action was done after the answer. */
function stepOf({ step, statements, actions }: TakenDown, idle: ReadonlySet<string>): Step {
  const own = statements.filter(
    (one) => isBound(one) || (isAboutSomebody(one) && !isFeed(one) && !isBell(one) && !idle.has(one.text)),
  );
  const offset = Number(process.hrtime.bigint()) / 1e6 - performance.now();
  const firstAction = actions[0] === undefined ? Number.POSITIVE_INFINITY : actions[0].at + offset;
  const after = [
    ...own
      .filter(({ at }) => at > firstAction)
      .map((one) => ({ at: one.at, is: { statement: statementOf(one) } })),
    ...actions.map((one) => ({ at: one.at + offset, is: { action: actionOf(one) } })),
  ].sort((one, other) => one.at - other.at);
  return {
    name: step,
    request: own.filter(({ at }) => at <= firstAction).map(statementOf),
    after: after.map(({ is }) => is),
  };
}

const statementOf = ({ name, text, values }: Statement): RecordedStatement => ({
  ...(name === undefined ? {} : { name }),
  text,
  values,
});

const actionOf = ({ method, path, body }: ArrivedAction): RecordedAction => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
});

/** The frame after the last event of a step stands for the events of its types. */
function framesOf(taken: readonly TakenDown[]): Recording['frames'] {
  const frames = new Map<string, { isTelling: boolean; frame: string }>();
  let before = 0;
  for (const { events, frame } of taken) {
    for (const type of new Set(events.slice(before))) {
      const known = frames.get(type);
      frames.set(type, { isTelling: known === undefined, frame: known?.frame ?? frame });
    }
    before = events.length;
  }
  return [...frames].map(([type, shown]) => ({ type, ...shown }));
}

const changingIds = (statements: readonly Statement[], constant: ReadonlySet<string>): string[] =>
  [...new Set(JSON.stringify(statements).match(uuid) ?? [])].filter((id) => !constant.has(id));
