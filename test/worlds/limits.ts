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
/** Every notice may be a second and a half late, and those of the same call wait for it. */
const late: Limits = {
  silence: 5_000,
  together: 6_000,
  talkedOver: 4_000,
  overheard: 2_000,
  ringing: 4_000,
  twice: 3_000,
};
/**
 * What nobody was told is asked after 30 s, and a moment. That a prompt has ended is believed 4 s after its end, and
 * that a leg is answered is asked after 4 s: both may come together, more than once.
 */
const lost: Limits = {
  // Graph is asked every thirty seconds: a lost notice of somebody who left is made good then.
  silence: 32_000,
  together: 32_000,
  talkedOver: 32_000,
  overheard: 32_000,
  ringing: 32_000,
  twice: 32_000,
};
/** As long as requests are repeated (effect-budget.ts): a prompt for 10 s, and again, hold music for three times 8 s, its end for 30 s. */
const failing: Limits = {
  silence: 35_000,
  together: 40_000,
  talkedOver: 35_000,
  overheard: 30_000,
  ringing: 40_000,
  twice: 30_000,
};
/** Of what Graph denies by mistake it is asked again 2 s later; nothing is heard of the rest meanwhile. */
const mistaken: Limits = { silence: 6_000, together: 8_000, talkedOver: 6_000, overheard: 3_000 };

const byClimate: Readonly<Record<Exclude<Climate, 'fair'>, Limits>> = {
  late,
  lost,
  failing,
  // Who asks about a call that Graph has forgotten hears so.
  forgetful: lost,
  mistaken,
};

/**
 * What the dead server was told, the next one asks about at its start; of what nobody was told it asks 30 s later. It
 * is away for up to four seconds, and may die again at once.
 */
const afterCrash = 20_000;

/** Within these everything must be, by what goes wrong. */
export function limitsOf(plan: Plan): Limits {
  const { weather, pace, settings } = plan;
  const climate = climateOf(weather);
  const spared = pace < 5 ? fair : slow;
  const calm = climate === 'fair' ? spared : byClimate[climate];
  const limits = hasCrashes(plan) ? longer(calm, afterCrash) : calm;
  if (openQuestions(settings).withdrawByParticipantId === true) return limits;
  const { silence, together, talkedOver, overheard } = limits;
  return { silence, together, talkedOver, overheard };
}

function longer({ ringing, twice, ...limits }: Limits, more: number): Limits {
  return {
    silence: limits.silence + more,
    together: limits.together + more,
    talkedOver: limits.talkedOver + more,
    overheard: limits.overheard + more,
    ...(ringing === undefined ? {} : { ringing: ringing + more }),
    ...(twice === undefined ? {} : { twice: twice + more }),
  };
}
