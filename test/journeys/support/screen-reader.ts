import type { CDPSession, Page } from 'playwright-core';
import { until } from './until.ts';

/** What a screen reader tells by itself, in order: `polite: …` waits its turn, `assertive: …` interrupts. */
export type Utterance = string;

/**
 * What a blind operator has of a page: the live regions as they change, and of what has the focus the accessibility tree.
 * It never looks at the screen.
 */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;
  /** How many utterances were waited for already. */
  #listened = 0;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Begins to listen; before the page is opened, so that nothing is missed. */
  static async listenTo(page: Page): Promise<ScreenReader> {
    await page.addInitScript(recordLiveRegions);
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Everything since the page was opened. */
  heard(): Promise<readonly Utterance[]> {
    return this.#page.evaluate(() => (window as unknown as { readonly heard: readonly string[] }).heard);
  }

  /** Waits until this is said, in the order of the calls. */
  async hears(what: string | RegExp): Promise<void> {
    await until(
      `“${what}” is heard`,
      async () => {
        const later = (await this.heard()).slice(this.#listened);
        const at = later.findIndex((each) => (typeof what === 'string' ? each === what : what.test(each)));
        if (at !== -1) this.#listened += at + 1;
        return at !== -1;
      },
      undefined,
      () => [],
    );
  }

  /** What has the focus is read out: name and role; of a list that a field steers the row chosen, with its place. */
  async focused(): Promise<string> {
    const nodes = await this.#tree();
    const focus = nodes.findLast(({ properties }) =>
      properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    const chosen = focus?.properties
      ?.find(({ name }) => name === 'activedescendant')
      ?.value.relatedNodes?.at(0)?.backendDOMNodeId;
    const row = chosen === undefined ? undefined : nodes.find((node) => node.backendDOMNodeId === chosen);
    const node = row ?? focus;
    const place = row === undefined ? '' : await this.#page.evaluate(placeOfChosen);
    return `${spoken(node?.name?.value)}, ${spoken(node?.role?.value)}${place}`;
  }

  /** What is read line by line from what has the focus: all the text in it. */
  async reads(): Promise<string> {
    const nodes = await this.#tree();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const textIn = (node: (typeof nodes)[number] | undefined): readonly string[] =>
      node?.role?.value === 'StaticText'
        ? [spoken(node.name?.value)]
        : (node?.childIds ?? []).flatMap((id) => textIn(byId.get(id)));
    const focus = nodes.findLast(({ properties }) =>
      properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return textIn(focus).join('\n');
  }

  /** Waits until this has the focus. */
  async focuses(what: RegExp): Promise<void> {
    let last = '';
    await until(
      `the focus is on ${what}`,
      async () => {
        last = await this.focused();
        return what.test(last);
      },
      undefined,
      () => [last],
    );
  }

  /** What can have the focus and has no name, by its role. */
  async nameless(): Promise<readonly string[]> {
    return (await this.#tree()).flatMap(({ ignored, name, role, properties }) => {
      const canFocus = properties?.some((each) => each.name === 'focusable' && each.value.value === true);
      // Plain text that a key leads to is read by its content.
      const isText = ['RootWebArea', 'generic', 'paragraph'].includes(spoken(role?.value));
      return !ignored && canFocus === true && !isText && spoken(name?.value) === ''
        ? [spoken(role?.value)]
        : [];
    });
  }

  async #tree() {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return nodes;
  }
}

const spoken = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Runs in the page. */
function placeOfChosen(): string {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  const row = id === null || id === undefined ? null : document.getElementById(id);
  return row === null ? '' : `, ${row.getAttribute('aria-posinset')} of ${row.getAttribute('aria-setsize')}`;
}

/**
 * Runs in the page before all else: every change of a live region that is not hidden, whoever made the region. What
 * changes at once in one region is one utterance.
 */
function recordLiveRegions(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const regions =
    '[aria-live="polite"], [aria-live="assertive"], [role="alert"], [role="status"], [role="log"]';
  const tell = (region: Element): void => {
    const isHidden = region.closest('[aria-hidden="true"], [inert], [aria-live="off"]') !== null;
    const text = (region.textContent ?? '').trim();
    if (isHidden || text === '') return;
    const isUrgent =
      region.getAttribute('aria-live') === 'assertive' || region.getAttribute('role') === 'alert';
    heard.push(`${isUrgent ? 'assertive' : 'polite'}: ${text}`);
  };
  new MutationObserver((changes) => {
    const changed = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(regions);
      if (around !== null && around !== undefined) changed.add(around);
      // A region that comes with its text is read too, where it is urgent.
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const alert of [node, ...node.querySelectorAll('[role="alert"]')])
          if (alert.getAttribute('role') === 'alert') changed.add(alert);
      }
    }
    for (const region of changed) tell(region);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
