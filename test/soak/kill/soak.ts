import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultChange } from '@switchboard/simulator/faults/fault-settings';
import { createRandom, mix, type Random } from '@switchboard/simulator/world/random';
import { takeAccount } from '../../worlds/account.ts';
import { Diary } from '../../worlds/diary.ts';
import type { KillOptions } from '../options.ts';
import { Progress } from '../progress.ts';
import { readAllCalls, stillGoingOn, unlikeTheFeed, unlikeTheRows } from './compare.ts';
import { DoubleWatch } from './double-watch.ts';
import { RobotOperator } from './operator.ts';
import { People } from './people.ts';
import type { KillReport } from './report.ts';
import type { Stage } from './stage.ts';

/** A little of everything; a new call is always announced: Microsoft's word for it is all that there is. */
const faults: FaultChange = {
  drop: { probability: 0.02, kinds: ['call', 'operation', 'roster'] },
  double: { probability: 0.03 },
  reorder: { probability: 0.05, kinds: ['call', 'operation', 'roster'], minMs: 50, maxMs: 700 },
  unavailable: { probability: 0.02, done: 'sometimes' },
  gatewayTimeout: { probability: 0.01, done: 'sometimes' },
  reset: { probability: 0.01, done: 'sometimes' },
};

/** In milliseconds: how long calls flow before a death, and how long a server stays dead. */
const before = { least: 2_500, more: 5_000 };
const dead = { least: 500, more: 2_500 };
/** So often both die. */
const bothDie = 0.3;
/** Everything that is on its way when people and faults stop has come to an end after this. */
const quietTime = 15_000;
const quietPatience = 45_000;

/** One run from the first caller to the account. */
export class Soak {
  readonly #stage: Stage;
  readonly #rounds: number;
  readonly #seed: number;
  readonly #random: Random;
  readonly #diary: Diary;
  readonly #people: People;
  readonly #doubles: DoubleWatch;
  readonly #robots = new Map<string, RobotOperator>();
  readonly #endedOnPurpose = new Set<string>();
  #round = 0;
  #phase = 'starting';
  #bothKilled = 0;
  #faultsDone: Readonly<Record<string, number>> = {};

  constructor(stage: Stage, { seed, rounds, callsPerMinute }: KillOptions) {
    const { simulator, operators } = stage;
    this.#stage = stage;
    this.#rounds = rounds;
    this.#seed = seed;
    this.#random = createRandom(mix(seed, 1));
    this.#diary = new Diary(simulator.world);
    const random = createRandom(mix(seed, 2));
    this.#people = new People({ simulator, diary: this.#diary, operators, callsPerMinute, random });
    this.#people.isDialling = false;
    this.#doubles = new DoubleWatch(simulator, operators);
  }

  async run(): Promise<KillReport> {
    const progress = new Progress(() => this.#line(progress.seconds));
    try {
      await this.#begin();
      for (this.#round = 1; this.#round <= this.#rounds; this.#round += 1) await this.#killSomebody();
      const unlike = await this.#quietDown();
      return await this.#report(unlike, progress.seconds);
    } finally {
      progress.end();
      this.#people.stop();
      this.#doubles.stop();
      for (const robot of this.#robots.values()) robot.stop();
    }
  }

  #line(seconds: number): string {
    const { callers, open } = this.#diary;
    const kills = this.#stage.slots.reduce((sum, slot) => sum + slot.kills, 0);
    const round = `round ${Math.min(this.#round, this.#rounds)} of ${this.#rounds}`;
    return `${seconds} s, ${round}, ${this.#phase}: ${callers.size} calls placed, ${open.length} now, ${kills} servers killed`;
  }

  async #begin(): Promise<void> {
    const { slots, operators, colleagues, balancer, simulator } = this.#stage;
    await Promise.all(slots.map((slot) => slot.start()));
    await this.#stage.untilDirectory();
    for (const [index, operatorId] of operators.entries()) {
      const parts = {
        operatorId,
        publicUrl: balancer.url,
        session: await this.#stage.session(operatorId),
        colleagues,
        random: createRandom(mix(this.#seed, 3, index)),
        endedOnPurpose: this.#endedOnPurpose,
      };
      this.#robots.set(operatorId, new RobotOperator(parts));
    }
    for (const { console } of this.#robots.values()) await console.untilWelcome();
    simulator.faults.set(faults);
    this.#people.isDialling = true;
  }

  async #killSomebody(): Promise<void> {
    const { slots } = this.#stage;
    const random = this.#random;
    this.#phase = 'both servers live';
    await sleep(before.least + before.more * random.next());
    const victims = random.next() < bothDie ? [...slots.keys()] : [random.below(slots.length)];
    this.#phase = victims.length > 1 ? 'both servers dead' : 'one server dead';
    this.#bothKilled += victims.length > 1 ? 1 : 0;
    this.#switchTheQueue('night');
    const deaths = victims.map((index) => ({
      index,
      at: 300 * random.next(),
      for: dead.least + dead.more * random.next(),
    }));
    await Promise.all(
      deaths.map(async ({ index, at, for: time }) => {
        await sleep(at);
        await slots[index]?.kill();
        await sleep(time);
        await slots[index]?.start();
      }),
    );
    this.#switchTheQueue('auto');
  }

  /** In every fourth round the service desk is closed while servers are dead. */
  #switchTheQueue(mode: 'night' | 'auto'): void {
    if (this.#round % 4 !== 2) return;
    const [robot] = this.#robots.values();
    robot?.console.ask({ type: 'switchQueue', queueId: 'service-desk', mode });
  }

  /** Nothing goes wrong and nobody does anything any more: both sides must see the same. Then all hang up. */
  async #quietDown(): Promise<readonly string[]> {
    const { simulator } = this.#stage;
    this.#phase = 'quieting down';
    this.#people.isDialling = false;
    this.#people.isRestless = false;
    for (const robot of this.#robots.values()) robot.isWorking = false;
    this.#faultsDone = simulator.faults.done;
    simulator.faults.reset();
    await sleep(quietTime);
    const unlike = await untilNothing(async () => {
      const rows = await unlikeTheRows(this.#stage);
      return rows.length > 0 ? rows : await unlikeTheFeed(this.#stage, this.#robots);
    });
    this.#doubles.look(0);
    this.#phase = 'hanging up';
    for (const record of this.#diary.open) this.#diary.hangUpAtTheEnd(record);
    const left = await untilNothing(() => stillGoingOn(this.#stage));
    return [...unlike, ...left];
  }

  async #report(unlike: readonly string[], seconds: number): Promise<KillReport> {
    const { slots, balancer, store, tenant, operators } = this.#stage;
    const callers = [...this.#diary.callers.values()];
    const states = await readAllCalls(store, tenant);
    const account = takeAccount({
      callers,
      states,
      operators,
      endedOnPurpose: this.#endedOnPurpose,
      settle: 0,
    });
    const doubles = this.#doubles.found;
    return {
      account,
      doubles,
      unlike,
      seconds,
      isWell: account.lost.length + doubles.length + unlike.length === 0,
      servers: slots.map(({ kills, errors }, index) => ({
        notices: balancer.passed[index]?.notices ?? 0,
        consoles: balancer.passed[index]?.consoles ?? 0,
        kills,
        errors,
      })),
      bothKilled: this.#bothKilled,
      faults: this.#faultsDone,
      comebacks: [...this.#robots.values()].reduce((sum, { console }) => sum + console.welcomes - 1, 0),
    };
  }
}

/** Looks again and again until nothing is found. @returns what was found last */
async function untilNothing(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const end = Date.now() + quietPatience;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > end) return found;
    await sleep(500);
  }
}
