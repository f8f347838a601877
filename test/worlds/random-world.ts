import { defaultSettings, type QueueSettings } from '@switchboard/domain/queue/queue';
import type { FaultChange } from '@switchboard/simulator/faults/fault-settings';
import type { WorldSettings } from '@switchboard/simulator/world/settings';
import type { TruthConversation } from '@switchboard/simulator/world/truth';
import fc from 'fast-check';
import { takeAccount } from './account.ts';
import { promptTime } from './microsoft.ts';
import { type Limits, MomentPromises } from './moments.ts';
import { brokenWhenQuiet, type Quiet } from './promises.ts';
import { MemoryWorld, operators } from './world.ts';

/** One thing that happens in a world; numbers mean what is there by then. */
export interface Step {
  readonly what: number;
  readonly which: number;
  /** Milliseconds that pass before it. */
  readonly wait: number;
}

export interface Plan {
  readonly seed: number;
  readonly weather: number;
  readonly settings: number;
  /** How fast Microsoft is. */
  readonly pace: number;
  readonly steps: readonly Step[];
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(99),
  which: fc.nat(200),
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.nat(600) },
    { weight: 3, arbitrary: fc.nat(6_000) },
    { weight: 1, arbitrary: fc.nat(40_000) },
  ),
});

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(1_000_000),
  weather: fc.nat(99),
  settings: fc.nat(99),
  pace: fc.nat(9),
  steps: fc.array(anyStep, { minLength: 4, maxLength: 28, size: 'max' }),
});

/** What goes wrong at Microsoft in this world. A third of all worlds are fair. */
export function weatherOf(weather: number): FaultChange {
  if (weather < 33) return {};
  const p = 0.02 + (weather % 10) / 100;
  const kinds = ['call', 'operation', 'roster'] as const;
  const done = weather % 3 === 0 ? 'always' : weather % 3 === 1 ? 'never' : 'sometimes';
  if (weather < 50) {
    return {
      drop: { probability: p, kinds: [...kinds] },
      double: { probability: p },
      reorder: { probability: p, kinds: [...kinds], minMs: 50, maxMs: 900 },
    };
  }
  if (weather < 65) return { delay: { probability: 3 * p, kinds: [...kinds], minMs: 50, maxMs: 1_500 } };
  if (weather < 80) {
    return {
      unavailable: { probability: p, done },
      gatewayTimeout: { probability: p, done },
      reset: { probability: p / 2, done },
    };
  }
  if (weather < 90) {
    return {
      throttle: { probability: p, retryAfterSeconds: 2, sticky: weather % 2 === 0 },
      serverError: { probability: p, done },
      silence: { probability: p / 4, done },
    };
  }
  return {
    drop: { probability: p, kinds: [...kinds] },
    unavailable: { probability: p, done },
    throttle: { probability: p / 2, retryAfterSeconds: null },
    voicemail: { probability: 0.2, afterSeconds: 2 },
    otherPickUp: { probability: 0.1, afterSeconds: 2 },
    signedOut: { probability: 0.1 },
  };
}

const prompt = {
  url: 'https://switchboard.example/media/message.wav',
  resourceId: 'message',
  milliseconds: promptTime,
};

export function settingsOf(settings: number): Partial<QueueSettings> {
  const greeting = settings % 3 === 0 ? { greeting: prompt } : {};
  const strategy = settings % 4 === 0 ? ({ strategy: 'longestIdle' } as const) : {};
  const announcement =
    settings % 5 === 0 ? { announcement: { every: 9_000, positions: [prompt], waits: [] } } : {};
  const overflow =
    settings % 6 === 0
      ? {
          maxWait: 25_000,
          diversions: {
            waitedTooLong: { destination: { to: 'queue', queueId: 'service-desk' as never } },
          } as const,
        }
      : {};
  return { ...greeting, ...strategy, ...announcement, ...overflow, parkTime: 30_000, campTime: 40_000 };
}

/** What of Microsoft's behaviour its pages leave open is different in some worlds. */
const openQuestions = (settings: number): Partial<WorldSettings> => ({
  withdrawByParticipantId: settings % 9 !== 4,
  notificationDelayMs: settings % 4 === 1 ? 150 : 0,
});

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
const foul: Limits = {
  silence: 45_000,
  together: 60_000,
  talkedOver: 60_000,
  overheard: 60_000,
  ringing: 45_000,
  twice: 30_000,
};

/** Within these everything must be, by what goes wrong. */
function limitsOf({ weather, pace, settings, steps }: Plan): Limits {
  const hasCrashes = steps.some(({ what }) => what >= crashAt);
  const spared = pace < 5 ? fair : slow;
  const limits = weather >= 33 ? foul : hasCrashes ? crashed : spared;
  if (openQuestions(settings).withdrawByParticipantId === true) return limits;
  const { silence, together, talkedOver, overheard } = limits;
  return { silence, together, talkedOver, overheard };
}

/** In every second world requests take no time. */
const latencyOf = (pace: number): number => (pace < 5 ? 0 : 60 * (pace - 4));

const crashAt = 96;

/** What happened in worlds, counted by event. */
export type Tally = Map<string, number>;

/** Lets a world happen. @returns what was broken, in words */
export async function live(
  plan: Plan,
  tally: Tally = new Map(),
  tell: (line: string) => void = () => undefined,
): Promise<readonly string[]> {
  const world = new MemoryWorld({
    seed: plan.seed,
    settings: settingsOf(plan.settings),
    faults: weatherOf(plan.weather),
    microsoft: openQuestions(plan.settings),
    latency: latencyOf(plan.pace),
    tally,
    tell,
  });
  const moments = new MomentPromises(world, limitsOf(plan));
  await begin(world, plan.settings);
  for (const step of plan.steps) {
    await world.pass(step.wait);
    await happen(world, step);
    await world.settle();
    moments.look();
    if (moments.broken.length > 0) return moments.broken;
  }
  return await quietDown(world, plan, moments);
}

/** Most worlds begin with a caller whom an operator talks to: what comes before that is short, and much comes after. */
async function begin(world: MemoryWorld, settings: number): Promise<void> {
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

async function happen(world: MemoryWorld, { what, which }: Step): Promise<void> {
  if (what < 5) world.dial(which);
  else if (what < 48) world.command(what, which);
  else if (what < 68) world.answer(which);
  else if (what < 71) await pickUpAndPutDown(world, which);
  else if (what < 74) world.decline(which);
  else if (what < 78) world.hangUpPerson(which);
  else if (what < 79) world.hangUpLine(which);
  else if (what < 82) world.turnQueue(which);
  else if (what < 88) world.freeColleague(which);
  else if (what < 92) toggleConsole(world, which);
  else if (what >= crashAt) await powerCut(world, which);
}

/** Somebody answers who has no time: they have not taken the call. */
async function pickUpAndPutDown(world: MemoryWorld, which: number): Promise<void> {
  world.answer(which);
  await world.pass(300 + 5 * which);
  world.hangUpPerson(0);
}

/** What people do meanwhile no server hears. */
async function powerCut(world: MemoryWorld, which: number): Promise<void> {
  world.server.crash();
  await world.pass(which * 10);
  if (which % 2 === 0) world.answer(which);
  if (which % 5 === 0) world.hangUpPerson(which);
  if (which % 7 === 0) world.decline(which);
  await world.pass(which * 10);
  world.server.restart();
}

function toggleConsole(world: MemoryWorld, which: number): void {
  const operator = world.server.operators.get(
    operators[which % operators.length] ?? operators[0] ?? ('' as never),
  );
  if (operator !== undefined) operator.isHere = !operator.isHere;
}

/** Nothing goes wrong any more and nobody does anything: after a while both sides see the same. Then all hang up. */
async function quietDown(
  world: MemoryWorld,
  { settings, weather, pace }: Plan,
  moments: MomentPromises,
): Promise<readonly string[]> {
  const { faults } = world.microsoft;
  faults.reset();
  for (const operator of world.server.operators.values()) operator.isHere = true;
  // Every so often longer than Graph remembers a call of which it hears nothing. Nothing shrinks to such a long world.
  await world.pass(settings === 98 ? 50 * 60_000 : 100_000);
  const broken = [
    ...moments.broken,
    ...brokenWhenQuiet({
      ...bothSides(world),
      mayRingOn: openQuestions(settings).withdrawByParticipantId === false,
    }),
  ];
  if (broken.length > 0) return broken;
  for (const record of world.diary.open) world.diary.hangUpAtTheEnd(record);
  await world.pass(60_000);
  const left = world.microsoft.world.truth();
  const live = [...world.server.calls.values()].filter(({ state }) => state.name !== 'ended');
  // Where Graph refuses requests it may refuse to answer a call for as long as it can be answered.
  const isSpared = weather < 33 && pace < 5;
  const account = takeAccount({
    callers: [...world.diary.callers.values()].filter(({ wasAnswered }) => wasAnswered || weather < 65),
    states: bothSides(world).states,
    operators,
    endedOnPurpose: world.endedOnPurpose,
    settle: isSpared ? defaultSettings.settle - 1_000 : 0,
  });
  return [
    ...account.lost,
    ...left.conversations
      .filter(isOurs)
      .map(({ members }) => `a call goes on without its caller: ${members.map(({ name }) => name).join()}`),
    ...left.ringing.map(({ name }) => `${name} rings for nobody`),
    ...live.map(({ state }) => `we think a call goes on: ${state.name}`),
  ];
}

const bothSides = ({ clock, microsoft, server }: MemoryWorld): Quiet => ({
  world: microsoft.world,
  states: [...server.calls.values()].map(({ state }) => state),
  // Questions to Graph are asked all the time, and each is on its way for a moment.
  isIdle: server.isIdleSince(clock.now() - 5_000),
});

/** Colleagues who were left together after a merged call may talk on; what our bot is in, or one sits in alone, is ours. */
const isOurs = ({ members }: TruthConversation): boolean =>
  members.length < 2 || members.some(({ kind }) => kind === 'application');
