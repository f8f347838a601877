import { buildMark } from '@switchboard/contract/console-build';
import { routes } from '@switchboard/contract/http-routes';
import type { SignedInView } from '@switchboard/contract/views/signed-in-view';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { Connection } from '../connection/connection.ts';
import { sendContacts } from '../connection/contacts-file.ts';
import { askSession } from '../connection/session.ts';
import { browserSocket, socketAddress } from '../connection/socket.ts';
import { loadTexts } from '../i18n/languages.ts';
import { english } from '../i18n/texts.ts';
import { browserMachine } from '../machine/machine.ts';
import { Attention } from '../state/attention/attention.ts';
import { ConsoleModel } from '../state/console-model.ts';
import { joinWindows } from '../state/join-windows.ts';
import { OperatorActions } from '../state/operator-actions.ts';
import { PaneWindows } from '../state/pane-windows.ts';
import { PreferenceBook } from '../state/preference-book.ts';
import { TextBook } from '../state/text-book.ts';
import { App } from './app.tsx';
import { browserWindows } from './browser-windows.ts';
import { browsing } from './browsing.ts';
import { consoleLog } from './console-log.ts';
import { type OpenConsole, SessionGate } from './session-gate.ts';

// The page's security policy forbids code made at run time, which zod would otherwise try.
z.config({ jitless: true });

const clock = createClock({
  now: () => Date.now(),
  setTimeout: (task, milliseconds) => window.setTimeout(task, milliseconds),
  clearTimeout: (handle) => window.clearTimeout(handle),
});
const random = (): number => Math.random();
// Enough to tell the commands of one connection apart; works without a secure context, too.
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

const windows = new PaneWindows(clock, browserWindows(window.sessionStorage, newId));
const preferences = new PreferenceBook({ clock, newId, storage: window.localStorage });
const language = new TextBook({
  clock,
  look: preferences.of('look'),
  asked: () => window.navigator.languages,
  first: english,
  load: loadTexts,
});
window.addEventListener('languagechange', language.askedAnew);

const machine = browserMachine(clock, consoleLog);
// Browsers let a page sound only after the first of these.
for (const event of ['pointerdown', 'keydown'])
  window.addEventListener(event, () => machine.sound.unlock(), { capture: true });

/** A shortcut of the installed app opens the settings: `/?open=settings`. */
function openAsAsked(model: ConsoleModel, address: string): void {
  const { searchParams } = new URL(address);
  if (searchParams.get('open') === 'settings') model.settings.open();
}

function openConsole(me: SignedInView): OpenConsole {
  const connection = new Connection({
    clock,
    random,
    openSocket: browserSocket(socketAddress(window.location.href, routes.socket)),
    askSession,
    log: consoleLog,
  });
  const model = new ConsoleModel({
    ...{ clock, newId, line: connection, texts: language.texts, me, preferences, sendContacts, windows },
    draftStorage: window.sessionStorage,
    build: document.querySelector<HTMLMetaElement>(`meta[name="${buildMark}"]`)?.content,
  });
  window.addEventListener('online', () => connection.retryNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') connection.retryNow();
    else preferences.save();
  });
  const actions = new OperatorActions(model);
  joinWindows(model, actions);
  const attention = new Attention({ model, actions, machine, storage: window.localStorage, log: consoleLog });
  openAsAsked(model, window.location.href);
  machine.app.onLaunch((address) => openAsAsked(model, address));
  return { connection, model, actions, attention };
}

const isReady = language.begin();
/** Nothing is shown or said before its language is here, which is fetched meanwhile. */
const askInLanguage: typeof askSession = async () => {
  const [session] = await Promise.all([askSession(), isReady]);
  return session;
};
const gate = new SessionGate({ clock, random, askSession: askInLanguage, openConsole });
const root = must(document.getElementById('root'), 'the element #root of index.html');
void isReady.then(() =>
  createRoot(root).render(<App {...{ gate, preferences, texts: language.texts, browsing }} />),
);
void gate.ask();
