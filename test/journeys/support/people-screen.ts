import type { Browser, Locator, Page } from 'playwright-core';
import { picture } from './browser.ts';

/** The console in a browser, as far as finding people goes. */
export interface PeopleScreen {
  readonly page: Page;
  /** Clears what is looked for, and types this instead. */
  look(text: string): Promise<void>;
  /** Looks for this, waits for a row that fits and chooses it. */
  choose(text: string, row: RegExp): Promise<Locator>;
  /** A row of the list by what is read out of it. */
  row(name: RegExp): Locator;
  /** Everything about the one chosen. */
  details(): Locator;
  /** Waits for these words anywhere. */
  says(words: string | RegExp, within?: number): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Throws if the page was loaded again since it was opened. */
  expectNoReload(): Promise<void>;
  /** Keeps a picture of a story that failed. */
  keep(story: string): Promise<void>;
}

const viewport = { width: 1366, height: 768 };

/** Signs an operator in with Microsoft, so that they lend the server their rights, and shows their console. */
export async function openPeopleScreen(browser: Browser, url: string, who: string): Promise<PeopleScreen> {
  const context = await browser.newContext({
    viewport,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByText(who).first().click();
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const search = page.getByRole('combobox', { name: 'Search for people' });

  const screen: PeopleScreen = {
    page,
    look: (text) => search.fill(text),
    async choose(text, name) {
      await search.fill('');
      await search.fill(text);
      const row = screen.row(name).first();
      await row.click();
      return row;
    },
    row: (name) => page.getByRole('option', { name }),
    details: () => page.getByRole('region', { name: 'Details' }),
    says: (words, timeout = 20_000) => page.getByText(words).first().waitFor({ timeout }),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async expectNoReload() {
      if ((await page.locator('body[data-same-page]').count()) !== 1)
        throw new Error('the page was loaded anew');
    },
    keep: (story) => picture(page, `failed ${story}`),
  };
  return screen;
}
