import type { Page } from 'playwright-core';

/** The console's screen as it was, for a server that shows it again with nothing of ours in it. */
export interface FloorPage {
  /** What stood in the page, and every rule of its style sheets. */
  readonly html: string;
  readonly css: string;
  /** What the browser fetched before the page was painted, as texts. */
  readonly files: readonly string[];
  /** The rows of the people that were found, and the message that they came with. */
  readonly rows: string;
  readonly people: string;
  /** A call as the server told it. */
  readonly call: object;
  /** What the server said in the busy time, and when, in milliseconds from its beginning. */
  readonly frames: readonly { readonly after: number; readonly text: string }[];
}

/** Takes down everything but the frames. The page shows people who were found. */
export async function takeDown(page: Page): Promise<Omit<FloorPage, 'frames'>> {
  const seen = await page.evaluate(() => ({
    html: document.getElementById('root')?.innerHTML ?? '',
    css: Array.from(document.styleSheets, (sheet) =>
      Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n'),
    ).join('\n'),
    rows: document.querySelector('[role="listbox"]')?.outerHTML ?? '',
    people: window.screenProbe.last('people') ?? '',
    call: window.screenProbe.last('call') ?? '{}',
    addresses: performance
      .getEntriesByType('resource')
      .filter(
        ({ name, startTime }) => name.includes('/assets/') && startTime < (window.screenProbe.paintedAt ?? 0),
      )
      .map(({ name }) => name),
  }));
  const { addresses, call, ...rest } = seen;
  const files = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
  return { ...rest, files, call: JSON.parse(call) as object };
}
