import { type PaneName, paneNames } from '@switchboard/contract/preferences/layout';
import type { TextStorage } from '../state/kept-preferences.ts';
import type { OpenedWindow, WindowPort } from '../state/pane-windows.ts';

/** Large enough for each pane at first; the browser remembers nothing of it, the operator moves it where it belongs. */
const windowSize = 'popup,width=720,height=820';
const groupKey = 'switchboard.windows';

/**
 * This window among the others of its console. The windows of one console have a group of their own, so that a second
 * tab with a console stays apart.
 *
 * @param session kept as long as the tab is open, also when the page is loaded anew
 */
export function browserWindows(session: TextStorage, newId: () => string): WindowPort {
  const { pane, group: asked } = ofAddress(window.location.href);
  const group = asked ?? groupOf(session, newId);
  const channel = new BroadcastChannel(`switchboard ${group}`);
  return {
    pane,
    post: (message) => channel.postMessage(message),
    hear: (hearer) => channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hearer(data)),
    hasFocus: () => document.hasFocus(),
    watchFocus: (changed) => {
      window.addEventListener('focus', changed);
      window.addEventListener('blur', changed);
    },
    watchInput: (used) => {
      window.addEventListener('keydown', used, { capture: true });
      window.addEventListener('pointerdown', used, { capture: true });
    },
    watchEnd: (ended) => window.addEventListener('pagehide', ended),
    open: (wanted) => openWindow(addressOf(wanted, group), `switchboard ${group} ${wanted}`),
    raise: () => window.focus(),
    close: () => window.close(),
  };
}

function openWindow(address: string, name: string): OpenedWindow | undefined {
  try {
    const opened = window.open(address, name, windowSize);
    return opened === null ? undefined : { isClosed: () => opened.closed, raise: () => opened.focus() };
  } catch (error) {
    // Chromium has been seen to throw this on a busy machine though the window came up (156, 2026-11-29). It says by itself
    // that it is there, and when it goes.
    if (error instanceof TypeError) return { isClosed: () => false, raise: () => undefined };
    throw error;
  }
}

const addressOf = (pane: PaneName, group: string): string =>
  `/?${new URLSearchParams({ pane, with: group }).toString()}`;

/** The pane that an address asks for alone, and with which windows it belongs together. */
export function ofAddress(address: string): {
  readonly pane: PaneName | undefined;
  readonly group: string | undefined;
} {
  const { searchParams } = new URL(address);
  const group = searchParams.get('with');
  const pane = paneNames.find((each) => each === searchParams.get('pane'));
  // A pane without a group would wait for a main window that does not know of it.
  return pane === undefined || group === null ? { pane: undefined, group: undefined } : { pane, group };
}

function groupOf(session: TextStorage, newId: () => string): string {
  try {
    const kept = session.getItem(groupKey) ?? newId();
    session.setItem(groupKey, kept);
    return kept;
  } catch {
    // A browser that keeps nothing loses its other windows when the page is loaded anew.
    return newId();
  }
}
