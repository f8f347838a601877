import type { KillOptions } from '../options.ts';
import { told } from './report.ts';
import { Soak } from './soak.ts';
import { openStage } from './stage.ts';

/** Kills servers under calls. @returns whether nobody was lost or connected twice */
export async function runKill(options: KillOptions): Promise<boolean> {
  const { rounds, callsPerMinute, seed } = options;
  process.stdout.write(
    `two servers, ${rounds} rounds with a death or two in each, ${callsPerMinute} calls a minute, seed ${seed}\n`,
  );
  const ends: (() => Promise<unknown>)[] = [];
  const onInterrupt = (): void => void stopAll(ends).finally(() => process.exit(130));
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    const stage = await openStage(seed, (stop) => void ends.push(stop));
    const report = await new Soak(stage, options).run();
    process.stdout.write(told(report));
    return report.isWell;
  } finally {
    await stopAll(ends);
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

async function stopAll(ends: (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of ends.splice(0).reverse())
    await stop().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
}
