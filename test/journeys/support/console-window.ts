import { must } from '@switchboard/kit/assert';
import type { BrowserContext, Page } from 'playwright-core';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** A window of Eva's console in a real browser. Its timers and what it takes for the time can be held. */
export interface ConsoleWindow {
  readonly page: Page;
  /** The words of each call on the screen, by the call's id. */
  calls(): Promise<ReadonlyMap<string, string>>;
  /** What is typed into the search. */
  typed(): Promise<string>;
  /** Types into the search, and waits until somebody is found. */
  look(text: string): Promise<void>;
  /** Whether the window says that the connection is lost. */
  isLost(): Promise<boolean>;
  press(key: string): Promise<void>;
}

/** How a call stands, in the words of its card or row; a caller who waits has none. */
const words = {
  waiting: /^(?!.*(?:Your Teams rings|Talking|On hold))/s,
  connecting: /Your Teams rings/,
  connected: /Talking/,
  held: /On hold/,
} as const;

type Shown = keyof typeof words;
const isShown = (state: string): state is Shown => state in words;

/** Opens a window, signed in by the context's cookie. */
export async function openWindow(context: BrowserContext, url: string): Promise<ConsoleWindow> {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(url);
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  // Before the welcome nothing is shown, and nothing can be lost.
  await page.getByText('Connecting …').waitFor({ state: 'detached' });
  const skip = page.getByRole('button', { name: 'Skip' });
  if (await skip.isVisible()) await skip.click();
  const search = page.getByRole('combobox', { name: 'Search for people' });
  return {
    page,
    calls: async () =>
      new Map(
        await page
          .locator('[data-call-id]')
          .evaluateAll((all) =>
            all.map(
              (each) => [each.getAttribute('data-call-id') ?? '', (each as HTMLElement).innerText] as const,
            ),
          ),
      ),
    typed: () => search.inputValue(),
    async look(text) {
      await search.fill(text);
      await page.getByRole('option').first().waitFor();
    },
    isLost: () =>
      page
        .getByText(/Connection lost –/)
        .first()
        .isVisible(),
    press: (key) => page.keyboard.press(key),
  };
}

/** Waits until a window shows just the calls that the server has for Eva, each as it stands there. */
export async function untilTrue(window: ConsoleWindow, { house }: Stage): Promise<void> {
  const server = await house.console('eva');
  let shown: ReadonlyMap<string, string> = new Map();
  await until(
    'the screen shows what is so',
    async () => {
      const live = [...server.calls.values()].filter(({ state }) => state !== 'ended');
      shown = await window.calls();
      return (
        !(await window.isLost()) &&
        shown.size === live.length &&
        live.every(({ callId, state, operator }) => {
          const text = shown.get(callId) ?? '';
          const isElsewhere = operator !== undefined && operator.name !== 'Eva Berg';
          if (isElsewhere) return text.includes(must(operator, 'an operator').name);
          return isShown(state) && words[state].test(text);
        })
      );
    },
    undefined,
    () => [
      [...shown],
      [...server.calls.values()].map(({ callId, state, operator }) => [callId, state, operator]),
    ],
  );
  server.close();
}
