import type { Limits } from './moments.ts';
import { hasCrashes, type Plan } from './plan.ts';
import { openQuestions } from './rules.ts';
import { type Climate, climateOf } from './weather.ts';

/** Nothing goes wrong: as long as requests take, and a little. */
const fair: Limits = {
  silence: 1_000,
  together: 2_000,
  talkedOver: 1_000,
  overheard: 500,
  ringing: 1_500,
  twice: 500,
};
const slow: Limits = {
  silence: 2_500,
  together: 4_000,
  talkedOver: 2_000,
  overheard: 1_000,
  ringing: 3_000,
  twice: 1_500,
};
/**
 * What the dead server was told, the next one asks about at its start; of what nobody was told it asks 30 s later. It
 * is away for up to four seconds, and may die again at once.
 */
const crashed: Limits = {
  silence: 20_000,
  together: 20_000,
  talkedOver: 20_000,
  overheard: 20_000,
  ringing: 20_000,
  twice: 20_000,
};
/** A request that fails is repeated for up to half a minute, a lost notice made good as late. */
const failing: Limits = {
  silence: 45_000,
  together: 60_000,
  talkedOver: 60_000,
  overheard: 60_000,
  ringing: 45_000,
  twice: 30_000,
};

const byClimate: Readonly<Record<Exclude<Climate, 'fair'>, Limits>> = {
  late: failing,
  lost: failing,
  failing,
  forgetful: failing,
  mistaken: failing,
};

/** Within these everything must be, by what goes wrong. */
export function limitsOf(plan: Plan): Limits {
  const { weather, pace, settings } = plan;
  const climate = climateOf(weather);
  const spared = pace < 5 ? fair : slow;
  const limits = climate !== 'fair' ? byClimate[climate] : hasCrashes(plan) ? crashed : spared;
  if (openQuestions(settings).withdrawByParticipantId === true) return limits;
  const { silence, together, talkedOver, overheard } = limits;
  return { silence, together, talkedOver, overheard };
}
