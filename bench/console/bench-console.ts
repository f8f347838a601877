import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '@switchboard/kit/assert';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../test/journeys/support/browser.ts';
import type { BenchOptions } from '../options.ts';
import type { Report, Row } from '../report/report.ts';
import { startChild } from '../stage/child-server.ts';
import type { Ground } from '../stage/side.ts';
import { beBusy, beBusyOnFloor } from './busy.ts';
import { type ConsoleWorld, fillLine, startConsoleWorld } from './console-world.ts';
import { takeDown } from './floor-page.ts';
import { playHour } from './hour.ts';
import { measureOffers, offersOnFloor, storyOfCall } from './offers.ts';
import { busyRows, hourRows, paintRows, timeRows } from './rows.ts';
import { measurePaint, newContext, openScreen, type Screen, type ScreenOptions, slow } from './screen.ts';
import { typeWords, wordsOf } from './typing.ts';

const waiting = 50;
const changesASecond = 100;
const offers = 15;
/** Each of them begins with a browser that has never seen the console. */
const paintings = 5;

const floorFile = fileURLToPath(import.meta.resolve('./floor-console.ts'));

/** The console in a real browser, on a machine four times slower: painting, typing, a busy time, what an hour leaves. */
export async function benchConsole(ground: Ground, options: BenchOptions): Promise<Report> {
  const browser = await openBrowser();
  ground.atEnd(() => browser.close());
  const rows: Row[] = [];
  const remarks: string[] = [];
  for (const people of options.people) {
    const world = await startConsoleWorld(ground, people);
    const { rows: measured, unanswered } = await measure(ground, browser, world, options.seconds);
    rows.push(...measured);
    if (unanswered > 0)
      remarks.push(`console: ${unanswered} letters had no answer within 5 s, and are in no figure`);
    remarks.push(...world.complaints.map((line) => `console: ${line}`));
  }
  return { rows, remarks };
}

async function measure(
  ground: Ground,
  browser: Browser,
  world: ConsoleWorld,
  seconds: number,
): Promise<{ readonly rows: readonly Row[]; readonly unanswered: number }> {
  const { say } = ground;
  const console: ScreenOptions = { url: world.url, selector: '#pane-calls', cookie: world.session };
  const words = wordsOf(world.simulator);
  const first = await openScreen(await newContext(browser, console), console);
  const firstLoad = await firstLoadOf(first.page);
  await skipTour(first.page);
  say('console: calls come in');
  const offered = await measureOffers(first.page, world, offers);
  const story = await storyOfCall(first.page, world);
  await first.page.context().close();
  const lines = [...offered.lines, ...(await fillLine(world, waiting - offers))];
  say(`console: painting with ${waiting} calls waiting`);
  const painted = await measurePaint(browser, console, paintings);
  say('console: typing');
  const screen = await openScreen(await newContext(browser, console), console);
  const typed = await typeWords(screen.page, words);
  await typeStart(screen.page, words);
  await screen.page.getByRole('option').nth(9).waitFor();
  const still = await takeDown(screen.page);
  say(`console: ${seconds} busy seconds`);
  const business = { shown: idsIn(still.people), changesASecond, lines };
  const busy = await beBusy(screen.page, world, business, seconds, words);
  const floor = await measureFloor(ground, browser, { ...still, frames: busy.said }, words, seconds);
  say('console: two hours, played fast');
  await screen.page.context().close();
  const held = await measureHour(browser, console, story, words, say);
  const rows: readonly Row[] = [
    { bench: 'console', measure: 'first load, as sent', unit: 'KB', ours: firstLoad, floor: Number.NaN },
    ...paintRows(painted, floor.painted),
    ...timeRows('notice of a call → offer painted', offered.times, floor.offered),
    ...timeRows('key press → people painted', painting(typed.keys), painting(floor.keys)),
    ...timeRows('key press → answer heard', answering(typed.keys), answering(floor.keys)),
    ...busyRows(busy, floor.busy),
    ...hourRows(held),
  ];
  return { rows, unanswered: typed.unanswered + busy.unanswered };
}

/** So few letters that the list is full. */
const typeStart = (page: Page, words: readonly string[]): Promise<void> =>
  page.keyboard.type(must(words[0], 'a word').slice(0, 2), { delay: 120 });

const painting = (keys: readonly { readonly painted: number }[]): readonly number[] =>
  keys.map(({ painted }) => painted);

const answering = (keys: readonly { readonly answered: number }[]): readonly number[] =>
  keys.map(({ answered }) => answered);

async function measureFloor(
  ground: Ground,
  browser: Browser,
  page: object,
  words: readonly string[],
  seconds: number,
) {
  ground.say('console: the floor');
  const file = path.join(ground.databases.folder, 'floor-console.json');
  await writeFile(file, JSON.stringify(page));
  const server = await startChild(floorFile, { args: [file], flags: ground.flags });
  ground.atEnd(() => server.stop());
  const painted = await measurePaint(browser, { url: server.address, selector: '#pane-calls' }, paintings);
  const plain = { url: `${server.address}/plain`, selector: '#list' };
  const screen = await openScreen(await newContext(browser, plain), plain);
  await screen.page.locator('#field').focus();
  const { keys } = await typeWords(screen.page, words);
  const offered = await offersOnFloor(screen.page, server.address, offers);
  const busy = await beBusyOnFloor(screen.page, seconds, words);
  await screen.page.context().close();
  await server.stop();
  return { painted, keys, offered, busy };
}

/** As fast as the machine is: what is asked is what stays, not how long it takes. */
async function measureHour(
  browser: Browser,
  console: ScreenOptions,
  story: readonly string[],
  words: readonly string[],
  say: (text: string) => void,
) {
  const { page, session }: Screen = await openScreen(await newContext(browser, console), console);
  await slow(session, false);
  await typeWords(page, words.slice(-1));
  await typeStart(page, words);
  await page.waitForFunction(() => window.screenProbe.last('presence') !== undefined);
  const presence = await page.evaluate(() => window.screenProbe.last('presence') ?? '');
  const held = await playHour(page, session, { story, presence, words }, say);
  await page.context().close();
  return held;
}

/** Kilobytes that had come when the console was painted, as they were sent. */
const firstLoadOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const early = entries.filter(({ startTime }) => startTime < (window.screenProbe.paintedAt ?? 0));
    return early.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1_024;
  });

async function skipTour(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Skip' }).waitFor({ state: 'detached' });
}

const idsIn = (people: string): readonly string[] =>
  Array.from(people.matchAll(/"personId":"([0-9a-f-]{36})"/gu), ([, id = '']) => id).slice(0, 12);
