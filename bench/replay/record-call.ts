import { must } from '@switchboard/kit/assert';
import type { CallStep, RecordedCall } from '../calls/call-driver.ts';
import type { ChildServer, Statement } from '../stage/child-server.ts';
import { bench } from '../stage/tenant.ts';
import type { Recording } from './recording.ts';

/** Longer than every look that the server takes of itself (1 s for the feed), in milliseconds. */
const idleTime = 1_300;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const isFeed = ({ text }: Statement): boolean => text.includes('from "events"');

/** Lets one call pass through the real server, and takes down its statements, its requests and its frames. */
export async function recordCall(
  server: ChildServer,
  play: (afterStep: (step: CallStep) => Promise<void>) => Promise<RecordedCall>,
): Promise<Recording> {
  await server.record();
  await new Promise((resolve) => setTimeout(resolve, idleTime));
  const idle = new Set((await server.takeRecorded()).map(({ text }) => text));
  const byStep = new Map<CallStep, readonly Statement[]>();
  const recordedAt = Date.now();
  const call = await play(async (step) => {
    byStep.set(step, await server.takeRecorded());
  });
  await server.stopRecording();
  const all = [...byStep.values()].flat();
  const feed = must(all.find(isFeed), 'a read of the feed in the recorded call');
  const stepOf = (name: CallStep): Recording['steps'][0] => {
    const own = must(byStep.get(name), `the statements of the step ${name}`).filter(
      (statement) => !isFeed(statement) && !idle.has(statement.text),
    );
    const committed = own.findIndex(({ text }) => text === 'commit') + 1;
    if (committed === 0) throw new Error(`no commit in the recorded step ${name}`);
    const action = call.actions.get(name);
    return {
      request: own.slice(0, committed),
      ...(action === undefined ? {} : { action }),
      report: own.slice(committed),
      frame: must(call.frames.get(name), `a frame of the step ${name}`),
    };
  };
  return {
    recordedAt,
    leg: call.leg,
    callId: call.callId,
    ids: changingIds(all, call),
    steps: [stepOf('arrives'), stepOf('established'), stepOf('ends')],
    feed,
  };
}

/** All ids that occur but those of the customer, who is the same in every call. */
function changingIds(statements: readonly Statement[], call: RecordedCall): string[] {
  const found = JSON.stringify(statements).match(uuid) ?? [];
  const constant = new Set<string>(Object.values(bench));
  return [...new Set([call.leg, call.callId, ...found])].filter((id) => !constant.has(id));
}
