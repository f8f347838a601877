import type { CDPSession, Page } from 'playwright-core';
import { typeWords } from './typing.ts';

/** Two busy hours at one console, in parts of ten minutes. What is kept within limits is full after the first. */
const parts = 12;
export const partsOfAnHour = 6;
const callsAPart = 20;
/** A hundred changes a second, which come together in ten messages of the server. */
const messagesAPart = 600 * 10;
const changesInMessage = 10;
/** Messages that the page hears between two of its frames. */
const atOnce = 20;

/** What the page holds when all that nobody needs is thrown away. */
export interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What one call was to the console, from its arrival to its end, as the server told it. */
export type CallStory = readonly string[];

/**
 * Plays two hours fast: calls come and end, presence changes, somebody is looked for. Calls are told as one was that the
 * server had; changes as the server tells them, of those on the screen and of others.
 */
export async function playHour(
  page: Page,
  session: CDPSession,
  {
    story,
    presence,
    words,
  }: { readonly story: CallStory; readonly presence: string; readonly words: readonly string[] },
  say: (text: string) => void,
): Promise<readonly Held[]> {
  const held = [await heldBy(session)];
  let seq = highestSeq(story);
  for (let part = 0; part < parts; part += 1) {
    const frames: string[] = [];
    const callEvery = Math.floor(messagesAPart / callsAPart);
    for (let n = 0; n < messagesAPart; n += 1) {
      frames.push(presenceMessage(presence, part * messagesAPart + n));
      if (n % callEvery !== 0) continue;
      const id = crypto.randomUUID();
      for (const told of story) frames.push(asOtherCall(told, id, (seq += 1)));
    }
    await page.evaluate(({ frames: all, each }) => window.screenProbe.play(all, each), {
      frames,
      each: atOnce,
    });
    const typed = (part * 2) % words.length;
    await typeWords(page, words.slice(typed, typed + 2));
    held.push(await heldBy(session));
    say(`console: ${((part + 1) * 60) / partsOfAnHour} minutes of two hours are played`);
  }
  return held;
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('Performance.enable');
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** How much a figure grows from the first to the last, by least squares, so that no single moment decides. */
export function growth(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
  return (above / below) * (values.length - 1);
}

const highestSeq = (story: CallStory): number =>
  Math.max(...story.map((told) => Number(/"seq":(\d+)/u.exec(told)?.[1] ?? 0)));

const asOtherCall = (told: string, id: string, seq: number): string =>
  told.replace(/"seq":\d+/u, `"seq":${seq}`).replaceAll(/"callId":"[^"]*"/gu, `"callId":"${id}"`);

const availabilities = ['Available', 'Busy', 'Away', 'DoNotDisturb'];

/** Ten people whose presence is another; every second message is of people whom the screen does not show. */
function presenceMessage(told: string, n: number): string {
  const message = JSON.parse(told) as { presences: { personId: string }[] };
  const [sample] = message.presences;
  const presences = Array.from({ length: changesInMessage }, (_, k) => ({
    ...sample,
    personId:
      n % 2 === 0
        ? (message.presences[(n + k) % message.presences.length]?.personId ?? '')
        : `be2c4000-0000-4000-8000-${String((n * changesInMessage + k) % 100_000).padStart(12, '0')}`,
    availability: availabilities[(n + k) % availabilities.length] ?? 'Busy',
    activity: availabilities[(n + k) % availabilities.length] ?? 'Busy',
  }));
  return JSON.stringify({ ...message, presences });
}
