import { vi } from 'vitest';
import type { BrowserStage } from './browser-stage.testing.ts';

/** Moves about in an open console with a busy desk and a full office. */
export interface Walk {
  readonly stage: BrowserStage;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits for these words anywhere. */
  says(text: string | RegExp): Promise<void>;
  /** Presses the button by its name. */
  click(name: string | RegExp): Promise<void>;
}

/** One thing that the console can show. */
export interface ConsoleScreen {
  readonly name: string;
  /** Leads there from the console with nothing typed and nothing open; returns when it is there. */
  readonly show: (walk: Walk) => Promise<void>;
  /** Only this part is new; without it the whole window is looked at. A selector. */
  readonly part?: string;
  /** Back to where `show` began, beyond what Escape does. */
  readonly leave?: (walk: Walk) => Promise<void>;
}

/** What lies over the console, as a selector. */
export const dialog = '[role="dialog"]';

/** Finds Jan de Vries and goes to what can be done with him, where letters act. */
export const findJan = async ({ type, stage, press }: Walk): Promise<void> => {
  await type('jan de vries');
  await stage.page.getByRole('option', { name: /^Jan de Vries/ }).waitFor();
  // The list may still be that of what was typed before: nobody is gone to while the search is on its way.
  const inDetails = (): Promise<boolean> =>
    stage.page.evaluate(() => document.activeElement?.closest('#pane-details') !== null);
  await vi.waitFor(
    async () => {
      if (!(await inDetails())) await press('ArrowRight');
      if (!(await inDetails())) throw new Error('the focus is not in the details');
    },
    { timeout: 20_000, interval: 100 },
  );
};
