import type { CallState } from '@switchboard/domain/call/call-state';
import { defaultSettings } from '@switchboard/domain/queue/queue';
import type { TruthConversation } from '@switchboard/simulator/world/truth';
import { takeAccount } from './account.ts';
import { operators } from './cast.ts';
import type { CallerRecord } from './diary.ts';
import { happen } from './happen.ts';
import { unlikeItsEvents } from './kept-call.ts';
import { limitsOf } from './limits.ts';
import { promptTime } from './microsoft.ts';
import { MomentPromises } from './moments.ts';
import { crashAt, type Plan } from './plan.ts';
import { brokenWhenQuiet, type Quiet } from './promises.ts';
import { openingOf, openQuestions, settingsOf } from './rules.ts';
import { type Climate, climateOf, mistakenOf, weatherOf } from './weather.ts';
import { MemoryWorld } from './world.ts';

/** In every second world requests take no time. */
const latencyOf = (pace: number): number => (pace < 5 ? 0 : 60 * (pace - 4));

/** What happened in worlds, counted by event. */
export type Tally = Map<string, number>;

/** Lets a world happen. @returns what was broken, in words */
export async function live(
  plan: Plan,
  tally: Tally = new Map(),
  tell?: (line: string) => void,
): Promise<readonly string[]> {
  const world = new MemoryWorld({
    seed: plan.seed,
    settings: settingsOf(plan.settings, plan.rules),
    faults: weatherOf(plan.weather),
    mistaken: mistakenOf(plan.weather),
    microsoft: openQuestions(plan.settings),
    latency: latencyOf(plan.pace),
    tally,
    ...(tell === undefined ? {} : { tell }),
  });
  const moments = new MomentPromises(world, limitsOf(plan));
  const lastCrash = plan.steps.findLastIndex(({ what }) => what >= crashAt);
  world.mayErr = lastCrash < 0;
  await begin(world, plan);
  for (const [index, step] of plan.steps.entries()) {
    await world.pass(step.wait);
    world.mayErr ||= index >= lastCrash;
    await happen(world, step);
    await world.settle();
    moments.look();
    if (moments.broken.length > 0) return moments.broken;
  }
  return await quietDown(world, plan, moments);
}

/** Most worlds begin with a caller whom an operator talks to: what comes before that is short, and much comes after. */
async function begin(world: MemoryWorld, { settings, rules }: Plan): Promise<void> {
  world.open(openingOf(rules));
  world.dial(settings);
  if (settings % 5 === 1) return;
  await world.pass(settings % 3 === 0 ? promptTime + 500 : 500);
  world.command(1, 0);
  await world.pass(700);
  world.answer(0);
  await world.pass(600);
  // A third of them goes on with a colleague who is asked, and half of those with a call of three.
  if (settings % 3 !== 1) return;
  world.command(2, 0);
  await world.pass(700);
  world.answer(0);
  await world.pass(600);
  if (settings % 2 === 0) world.command(1, 0);
}

/** Nothing goes wrong any more and nobody does anything: after a while both sides see the same. Then all hang up. */
async function quietDown(
  world: MemoryWorld,
  { settings, weather, pace }: Plan,
  moments: MomentPromises,
): Promise<readonly string[]> {
  world.microsoft.calm();
  for (const operator of world.server.desk.operators.values()) operator.isHere = true;
  // Every so often longer than Graph remembers a call of which it hears nothing. Nothing shrinks to such a long world.
  await world.pass(settings === 98 ? 50 * 60_000 : 100_000);
  const broken = [
    ...moments.broken,
    ...brokenWhenQuiet({
      ...bothSides(world),
      mayRingOn: openQuestions(settings).withdrawByParticipantId === false,
      isDenied: (call) => isDenied(world, call),
    }),
  ];
  if (broken.length > 0) return broken;
  for (const record of world.diary.open) world.diary.hangUpAtTheEnd(record);
  // Longer than any leg waits for being looked at.
  await world.pass(75_000);
  const left = world.microsoft.world.truth();
  const live = [...world.server.calls.values()].filter(({ state }) => state.name !== 'ended');
  const climate = climateOf(weather);
  const isSpared = climate === 'fair' && pace < 5;
  const account = takeAccount({
    callers: [...world.diary.callers.values()].filter((caller) => isCounted(world, caller, climate)),
    states: bothSides(world).states,
    operators,
    endedOnPurpose: world.endedOnPurpose,
    settle: isSpared ? defaultSettings.settle - 1_000 : 0,
  });
  return [
    ...[...world.server.calls.values()].flatMap(unlikeItsEvents),
    ...account.lost,
    ...left.conversations
      .filter(isOurs)
      .map(({ members }) => `a call goes on without its caller: ${members.map(({ name }) => name).join()}`),
    ...left.ringing.map(({ name }) => `${name} rings for nobody`),
    ...live.map(({ state }) => `we think a call goes on: ${state.name}`),
  ];
}

/** Where Graph refuses requests, and where it says that a call is gone, nobody can keep the caller. */
function isCounted(world: MemoryWorld, { number, wasAnswered }: CallerRecord, climate: Climate): boolean {
  const call = world.callOf(number);
  if (call !== undefined && isDenied(world, call)) return false;
  return wasAnswered || climate !== 'failing';
}

const isDenied = ({ microsoft }: MemoryWorld, { leg }: CallState): boolean =>
  microsoft.denied.has(leg.toLowerCase());

const bothSides = ({ clock, microsoft, server }: MemoryWorld): Quiet => ({
  world: microsoft.world,
  states: [...server.calls.values()].map(({ state }) => state),
  // Questions to Graph are asked all the time, and each is on its way for a moment.
  isIdle: server.isIdleSince(clock.now() - 5_000),
});

/** Colleagues who were left together after a merged call may talk on; what our bot is in, or one sits in alone, is ours. */
const isOurs = ({ members }: TruthConversation): boolean =>
  members.length < 2 || members.some(({ kind }) => kind === 'application');
