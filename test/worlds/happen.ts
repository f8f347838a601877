import { operators } from './cast.ts';
import { crashAt, type Step } from './plan.ts';
import type { MemoryWorld } from './world.ts';

/** Something happens by which no plan is bound: what is there by then decides. */
export async function happen(world: MemoryWorld, { what, which }: Step): Promise<void> {
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
  const id = operators[which % operators.length];
  const operator = id === undefined ? undefined : world.server.desk.operators.get(id);
  if (operator === undefined) return;
  operator.isHere = !operator.isHere;
  world.tellQueues();
}
