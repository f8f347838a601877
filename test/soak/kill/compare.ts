import type { CallState } from '@switchboard/domain/call/call-state';
import type { TenantId } from '@switchboard/domain/ids';
import { applicationIn } from '@switchboard/simulator/world/conversation';
import type { Store } from '@switchboard/store/access/store';
import { readLiveCalls } from '@switchboard/store/reads/calls';
import { brokenWhenQuiet } from '../../worlds/promises.ts';
import type { RobotOperator } from './operator.ts';
import { SoakConsole } from './soak-console.ts';
import type { Stage } from './stage.ts';

export async function readAllCalls(store: Store, tenant: TenantId): Promise<readonly CallState[]> {
  const rows = await store.selectFrom('calls').select('data').where('tenant_id', '=', tenant).execute();
  return rows.map(({ data }) => data);
}

async function pendingEffects(store: Store): Promise<number> {
  const rows = await store
    .selectFrom('effects')
    .select('effect_id')
    .where('status', '=', 'pending')
    .execute();
  return rows.length;
}

/** How Microsoft's world differs from the rows, now that nothing is on its way. */
export async function unlikeTheRows({ simulator, store, tenant }: Stage): Promise<readonly string[]> {
  const states = await readAllCalls(store, tenant);
  const isIdle = (await pendingEffects(store)) === 0;
  return brokenWhenQuiet({ world: simulator.world, states, isIdle });
}

/** How consoles that have resumed all the time differ from new ones, and new ones from the rows. */
export async function unlikeTheFeed(
  stage: Stage,
  robots: ReadonlyMap<string, RobotOperator>,
): Promise<readonly string[]> {
  const unlike: string[] = [];
  for (const [operator, robot] of robots) {
    const fresh = new SoakConsole(stage.balancer.url, await stage.session(operator));
    try {
      await Promise.all([fresh.untilWelcome(), robot.console.untilWelcome()]);
      const { calls } = await readLiveCalls(stage.store, stage.tenant);
      const rows = calls.map(({ callId, name }) => `${callId} ${name}`).toSorted();
      const shown = fresh.liveCalls.map(({ callId, state }) => `${callId} ${state}`);
      if (JSON.stringify(rows) !== JSON.stringify(shown))
        unlike.push(`a new console shows [${shown.join()}], the rows are [${rows.join()}]`);
      const [old, anew] = [robot.console.liveCalls, fresh.liveCalls].map((one) => JSON.stringify(one));
      if (old !== anew) unlike.push(`a console that resumed shows ${old}, a new one ${anew}`);
    } finally {
      fresh.close();
    }
  }
  return unlike;
}

/** Calls and rings that have not ended though nobody outside is in a call any more. */
export async function stillGoingOn({ simulator, store, tenant }: Stage): Promise<readonly string[]> {
  const { calls } = await readLiveCalls(store, tenant);
  const { exchange, bells } = simulator.world;
  const effects = await pendingEffects(store);
  return [
    ...calls.map(({ callId, name }) => `we think that the call ${callId} goes on: ${name}`),
    ...[...exchange.conversations.values()]
      .filter((conversation) => applicationIn(conversation) !== undefined)
      .map((conversation) => `a call of ours goes on without its caller: ${exchange.describe(conversation)}`),
    ...bells.all().map(({ targetName }) => `${targetName} rings for nobody`),
    ...(effects > 0 ? [`${effects} effects are still to be carried out`] : []),
  ];
}
