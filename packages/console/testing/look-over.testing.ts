import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What only colours decide: the rest is the same in every theme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong in a part of the page, a line each; nobody can reach Fluent's focus traps, which are left out.
 * The page is to stand still, or colours are measured on their way.
 *
 * @param rules `all` that axe has, those about the size of targets too; `colours` those that a theme decides
 */
export async function axeFindings(page: Page, part: string, rules: 'all' | 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ selector, runOnly }) => {
      const { axe: runner } = window as unknown as { readonly axe: typeof axe };
      const { violations } = await runner.run(
        { include: [[selector]], exclude: [['[data-tabster-dummy]']] },
        {
          ...(runOnly === undefined ? {} : { runOnly }),
          rules: { 'target-size': { enabled: runOnly === undefined } },
          resultTypes: ['violations'],
        },
      );
      const lineOf = ({ html, failureSummary }: axe.NodeResult): string =>
        `${html} (${(failureSummary ?? '').replaceAll(/\s+/g, ' ')})`;
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(lineOf).join(' ')}`);
    },
    { selector: part, runOnly: rules === 'all' ? undefined : colourRules },
  );
}

/** WCAG 2.2, 1.4.12: what a reader may set for themselves. */
const wideText =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
  'p { margin-bottom: 2em !important; }';

/**
 * What is lost in a window as narrow as 1280 pixels at 400 % with the text set wide at that (WCAG 2.2, 1.4.10 and 1.4.12
 * ask for one at a time): the page that must be scrolled sideways, controls out of the window, text cut off in its height.
 */
export async function reflowFindings(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.evaluate((text) => {
    document.head.append(
      Object.assign(document.createElement('style'), { id: 'wide-text', textContent: text }),
    );
  }, wideText);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.evaluate(drawn);
  // What floats has followed the window, perhaps before its button did: it looks once more, as when it is opened here.
  await page.evaluate(() => dispatchEvent(new Event('resize')));
  await page.evaluate(drawn);
  const found = await page.evaluate(lostInWindow);
  await page.evaluate(() => document.getElementById('wide-text')?.remove());
  if (before !== null) await page.setViewportSize(before);
  return found.map((each) => `at 320 pixels with wide text: ${each}`);
}

/** Runs in the page. */
function lostInWindow(): string[] {
  const root = document.documentElement;
  const lost: string[] = [];
  const nameOf = (each: Element): string =>
    `${each.tagName.toLowerCase()} “${(each.getAttribute('aria-label') ?? each.textContent).slice(0, 40)}”`;
  const isHidden = (each: Element): boolean =>
    each.closest('[aria-hidden="true"], [data-tabster-dummy]') !== null || each.getClientRects().length === 0;
  /** Out of sight on purpose: what is read aloud only. */
  const isForEars = (each: Element): boolean => getComputedStyle(each).clipPath !== 'none';
  /** Of a table a reader may scroll sideways. */
  const scrollsSideways = (each: Element | null): boolean =>
    each !== null &&
    each !== root &&
    ((['auto', 'scroll'].includes(getComputedStyle(each).overflowX) &&
      each.scrollWidth > each.clientWidth &&
      each.querySelector('table') !== null) ||
      scrollsSideways(each.parentElement));
  if (root.scrollWidth > root.clientWidth) {
    const isWide = (each: Element): boolean => each.getBoundingClientRect().right > root.clientWidth + 1;
    // Of those inside each other the innermost, and of those the widest: the others only follow it.
    const reaching = Array.from(document.querySelectorAll('body *'))
      .filter((each) => isWide(each) && !Array.from(each.children).some(isWide))
      .toSorted((one, other) => other.getBoundingClientRect().width - one.getBoundingClientRect().width);
    const which = reaching.filter((each) => !isHidden(each) && !scrollsSideways(each)).slice(0, 5);
    lost.push(`the page is ${root.scrollWidth} wide: ${which.map(nameOf).join(', ')}`);
  }
  for (const each of document.querySelectorAll(
    'button, input, textarea, a[href], [role="tab"], [role="option"]',
  )) {
    if (isHidden(each) || scrollsSideways(each)) continue;
    const { left, right } = each.getBoundingClientRect();
    if (left < -1 || right > root.clientWidth + 1) lost.push(`${nameOf(each)} from ${left} to ${right}`);
  }
  for (const each of document.querySelectorAll('*')) {
    if (isHidden(each) || isForEars(each) || each.textContent.trim() === '') continue;
    const { overflowY } = getComputedStyle(each);
    const isCut = ['hidden', 'clip'].includes(overflowY) && each.scrollHeight > each.clientHeight + 4;
    if (isCut && each.clientHeight > 0) {
      lost.push(`${nameOf(each)} cut off: ${each.clientHeight} of ${each.scrollHeight} high`);
    }
  }
  return lost;
}

/**
 * Follows Tab through the whole page: what has the focus and shows it by nothing, and what has it while something lies
 * over it (WCAG 2.2, 2.4.7 and 2.4.11), a line each.
 */
export async function focusFindings(page: Page): Promise<string[]> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const found: string[] = [];
  const suspects = new Set<string>();
  let steps = 0;
  for (let presses = 0; presses < mostStops; presses++) {
    await page.keyboard.press('Tab');
    await page.evaluate(drawn);
    const step = await page.evaluate(lookAtFocus);
    found.push(...step.covered);
    if (step.suspect !== undefined) suspects.add(step.suspect);
    steps += step.isStop ? 1 : 0;
    if (step.isAround) {
      const unseen = await looksTheSame(page, suspects);
      return steps < 10 ? ['hardly anything can have the focus'] : [...found, ...unseen];
    }
  }
  return [...found, `no end after ${mostStops} presses of Tab`];
}

interface FocusStop {
  readonly covered: string[];
  /** The stop before, whose styles say nothing of the focus: the browser does not tell those of all pseudo-elements. */
  readonly suspect: string | undefined;
  readonly isStop: boolean;
  readonly isAround: boolean;
}

/** Of those whose styles do not tell, which look the same with the focus and without it. */
async function looksTheSame(page: Page, suspects: ReadonlySet<string>): Promise<string[]> {
  const same: string[] = [];
  for (const name of suspects) {
    const place = page.locator(`[data-suspect=${JSON.stringify(name)}]`).first();
    await place.focus();
    const focused = await place.screenshot({ animations: 'disabled' });
    await place.blur();
    const blurred = await place.screenshot({ animations: 'disabled' });
    if (focused.equals(blurred)) same.push(`the focus is not seen on ${name}`);
  }
  return same;
}

/** More than any screen has. */
const mostStops = 200;

/** Runs in the page, once for each stop. A stop is compared with itself when the focus has left it. */
function lookAtFocus(): FocusStop {
  const memory = window as unknown as {
    stops?: { readonly seen: Set<Element>; last?: { readonly element: Element; readonly look: string } };
  };
  memory.stops ??= { seen: new Set() };
  const { stops } = memory;
  const nameOf = (each: Element): string =>
    `${each.tagName.toLowerCase()} “${(each.getAttribute('aria-label') ?? each.textContent).slice(0, 40)}”`;
  const lookOf = (element: Element): string => {
    const around = [element, element.parentElement, element.parentElement?.parentElement];
    return around
      .flatMap((each) =>
        each === null || each === undefined
          ? []
          : [undefined, '::before', '::after'].map((pseudo) => {
              const style = getComputedStyle(each, pseudo);
              const { outline, boxShadow, border, backgroundColor, transform, color } = style;
              return [outline, boxShadow, border, backgroundColor, transform, color].join();
            }),
      )
      .join();
  };
  let suspect: string | undefined;
  if (stops.last !== undefined && lookOf(stops.last.element) === stops.last.look) {
    suspect = nameOf(stops.last.element);
    stops.last.element.setAttribute('data-suspect', suspect);
  }
  delete stops.last;
  const element = document.activeElement;
  if (element === null || element === document.body || element.hasAttribute('data-tabster-dummy'))
    return { covered: [], suspect, isStop: false, isAround: false };
  if (stops.seen.has(element)) {
    delete memory.stops;
    return { covered: [], suspect, isStop: false, isAround: true };
  }
  stops.seen.add(element);
  stops.last = { element, look: lookOf(element) };
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = [left + 3, (left + right) / 2, right - 3].flatMap((x) =>
    [top + 3, (top + bottom) / 2, bottom - 3].map((y) => document.elementFromPoint(x, y)),
  );
  const isSeen = points.some((each) => each !== null && (element.contains(each) || each.contains(element)));
  const covered = isSeen ? [] : [`something lies over ${nameOf(element)}`];
  return { covered, suspect, isStop: true, isAround: false };
}

/** Runs in the page: what the new size changes is drawn. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
