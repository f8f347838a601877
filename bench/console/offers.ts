import type { Page } from 'playwright-core';
import { until } from '../../test/journeys/support/until.ts';
import type { ConsoleWorld } from './console-world.ts';

/** Between two calls, in milliseconds. */
const pause = 300;

/** Calls come in one after the other: from the notice of a new one to its row with a button to take it. */
export async function measureOffers(
  page: Page,
  world: ConsoleWorld,
  count: number,
): Promise<{ readonly times: readonly number[]; readonly lines: readonly string[] }> {
  const times: number[] = [];
  const lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    await page.waitForTimeout(pause);
    const { lineId, name } = world.dial();
    lines.push(lineId);
    const { at } = await page.evaluate((who) => window.screenProbe.untilOffered(who), name);
    times.push(at - (world.door.passedAt(name) ?? Number.NaN));
  }
  return { times, lines };
}

/** The same words on a page without us: a request comes in at a bare server, which sends one message. */
export async function offersOnFloor(page: Page, address: string, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    await page.waitForTimeout(pause);
    const name = `Floor ${n}.`;
    const shown = page.evaluate((who) => window.screenProbe.untilOffered(who), name);
    const sent = performance.timeOrigin + performance.now();
    await fetch(`${address}/offer?name=${encodeURIComponent(name)}`, { method: 'POST' });
    times.push((await shown).at - sent);
  }
  return times;
}

/** What the console is told of one call, from its arrival to its end. */
export async function storyOfCall(page: Page, world: ConsoleWorld): Promise<readonly string[]> {
  const heard: string[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.webSocketFrameReceived', ({ response }) => heard.push(response.payloadData));
  const { lineId, name } = world.dial();
  const { callId } = await page.evaluate((who) => window.screenProbe.untilOffered(who), name);
  world.simulator.control.hangUpLine(lineId);
  const story = (): readonly string[] =>
    heard.filter((text) => text.startsWith('{"type":"call"') && text.includes(callId));
  await until('the call is over', () => story().some((text) => text.includes('"state":"ended"')));
  await session.detach();
  return story();
}
