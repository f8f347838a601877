import type { Simulator } from '@switchboard/simulator/start';
import type { Page } from 'playwright-core';
import type { Probe } from './probe.ts';

/** Between two letters of somebody who types fast, in milliseconds. */
const betweenLetters = 110;
/** A letter that has found nothing by then is not waited for, and told of. In milliseconds. */
const patience = 5_000;

/** How many words there are to type, and how much of each. */
const wordCount = 16;
const lettersTyped = 5;

/** How long each letter took; and how many had no answer in time. */
export interface Typed {
  readonly keys: Probe['keys'];
  readonly unanswered: number;
}

/** Types words letter by letter, each when the answer to the one before is painted. */
export async function typeWords(
  page: Page,
  words: readonly string[],
  isOver: () => boolean = () => false,
): Promise<Typed> {
  await page.evaluate(() => void (window.screenProbe.keys.length = 0));
  let unanswered = 0;
  for (const word of words) {
    for (const letter of word) {
      if (isOver()) break;
      if (!(await typeLetter(page, letter))) unanswered += 1;
      await page.waitForTimeout(betweenLetters);
    }
    await page.keyboard.press('Escape');
    await page.waitForTimeout(betweenLetters);
  }
  return { keys: await page.evaluate(() => window.screenProbe.keys), unanswered };
}

/** @returns whether its answer was painted in time */
async function typeLetter(page: Page, letter: string): Promise<boolean> {
  const before = await page.evaluate(() => window.screenProbe.keys.length);
  await page.keyboard.press(letter);
  return page
    .waitForFunction((count) => window.screenProbe.keys.length > count, before, { timeout: patience })
    .then(
      () => true,
      () => false,
    );
}

/** What is typed: beginnings of surnames that people of the directory have. */
export function wordsOf({ world: { directory } }: Simulator): readonly string[] {
  const people = Array.from({ length: wordCount }, (_, n) =>
    directory.at(Math.floor(((n + 0.5) * directory.end) / wordCount)),
  );
  return people
    .map((person) => plain(person?.surname ?? '').slice(0, lettersTyped))
    .filter((word) => word.length === lettersTyped);
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/gu, '')
    .toLowerCase();
