import type { Page } from 'playwright-core';
import type { ConsoleWorld } from './console-world.ts';
import type { FloorPage } from './floor-page.ts';
import type { Probe } from './probe.ts';
import { type Typed, typeWords } from './typing.ts';

/** Changes of presence come in so many steps a second. */
const stepsASecond = 10;
const words = ['Available', 'Busy', 'Away', 'BeRightBack', 'DoNotDisturb'];

export interface BusyTime extends Typed {
  readonly frames: Probe['frames'];
  readonly longTasks: readonly number[];
  readonly seconds: number;
  /** What the server said, and when. */
  readonly said: FloorPage['frames'];
}

export interface Business {
  /** Whose presence changes: those who are on the screen. */
  readonly shown: readonly string[];
  readonly changesASecond: number;
  /** Lines of those who wait: one of them leaves a second, and another comes. */
  readonly lines: string[];
}

/** Half a minute of a busy morning: people come and go, calls too, and the operator types. */
export async function beBusy(
  page: Page,
  world: ConsoleWorld,
  { shown, changesASecond, lines }: Business,
  seconds: number,
  typed: readonly string[],
): Promise<BusyTime> {
  const began = performance.now();
  const said: { after: number; text: string }[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    said.push({ after: performance.now() - began, text: response.payloadData });
  });
  let change = 0;
  let step = 0;
  const onStep = (): void => {
    step += 1;
    for (let n = 0; n < changesASecond / stepsASecond; n += 1) {
      change += 1;
      const id = shown[change % shown.length] ?? '';
      const availability = words[(change * 7) % words.length] ?? 'Available';
      world.simulator.control.setPresence(id, { availability, activity: availability });
    }
    if (step % stepsASecond !== 0) return;
    const leaving = lines.shift();
    if (leaving !== undefined) world.simulator.control.hangUpLine(leaving);
    lines.push(world.dial().lineId);
  };
  const timer = setInterval(onStep, 1_000 / stepsASecond);
  await page.evaluate(() => window.screenProbe.startFrames());
  const measured = await typeFor(page, seconds, typed);
  clearInterval(timer);
  await session.detach();
  return { ...measured, said, seconds: (performance.now() - began) / 1_000 };
}

/** The same time on a page without us: its server says again what ours has said. */
export async function beBusyOnFloor(
  page: Page,
  seconds: number,
  typed: readonly string[],
): Promise<Omit<BusyTime, 'said'>> {
  const began = performance.now();
  await page.evaluate(() => {
    window.screenProbe.send('{"type":"replay","id":""}');
    window.screenProbe.startFrames();
  });
  const measured = await typeFor(page, seconds, typed);
  return { ...measured, seconds: (performance.now() - began) / 1_000 };
}

async function typeFor(page: Page, seconds: number, typed: readonly string[]) {
  const end = performance.now() + seconds * 1_000;
  const isOver = (): boolean => performance.now() >= end;
  const keys: Probe['keys'][number][] = [];
  let unanswered = 0;
  while (!isOver()) {
    const round = await typeWords(page, typed, isOver);
    keys.push(...round.keys);
    unanswered += round.unanswered;
  }
  const { frames, longTasks } = await page.evaluate(() => ({
    frames: window.screenProbe.frames,
    longTasks: window.screenProbe.longTasks,
  }));
  return { keys, unanswered, frames, longTasks };
}
