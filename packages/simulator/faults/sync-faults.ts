import type { RoundFate } from '../graph-api/delta/delta-feed.ts';
import type { SubscriptionFates } from '../graph-api/subscriptions/subscription-fate.ts';
import type { FaultChances } from './fault-chances.ts';
import type { FaultName } from './fault-settings.ts';

function befalls(chances: FaultChances, name: FaultName): boolean {
  const { happens } = chances.occasion(name, true);
  if (happens) chances.use(name);
  return happens;
}

/** What befalls a round of changes that begins with a token. */
export function roundByChance(chances: FaultChances): RoundFate {
  const { resync, replay } = chances.settings;
  const isRefused = befalls(chances, 'resync');
  const again = befalls(chances, 'replay') ? replay.changes : 0;
  return isRefused ? { refused: resync.code, again } : { again };
}

/** What befalls subscriptions when they are made or renewed, and when they should tell a change. */
export const subscriptionsByChance = (chances: FaultChances): SubscriptionFates => ({
  life() {
    const { minutes } = chances.settings.shortLife;
    return befalls(chances, 'shortLife') ? minutes : undefined;
  },
  change() {
    const { told } = chances.settings.loseSubscription;
    const isLost = befalls(chances, 'loseSubscription');
    const isMissed = befalls(chances, 'missed');
    if (isLost) return told ? 'removed' : 'removedInSilence';
    return isMissed ? 'missed' : 'told';
  },
});
