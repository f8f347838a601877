import { find, make, setText } from './dom.js';

let hideTrouble;
let lostConnection = false;

/** Tells the visitor what went wrong, and takes it away again once it can be read no longer. */
export function showTrouble(text) {
  lostConnection = false;
  const box = show(text);
  hideTrouble = setTimeout(() => (box.hidden = true), 6000);
}

/** Stays in sight until {@link clearLostConnection}. */
export function showLostConnection() {
  lostConnection = true;
  show('The simulator does not answer. Is it still running?');
}

export function clearLostConnection() {
  if (!lostConnection) return;
  lostConnection = false;
  const box = find('#trouble');
  if (box !== null) box.hidden = true;
}

/** Lets work go on that nothing waits for. Should it fail, the visitor is told. */
export function unattended(work) {
  work.catch(showDefect);
}

/** A fault of the page itself stays in sight: what the page shows is no longer to be trusted. */
function showDefect(error) {
  lostConnection = false;
  show(`This page has a fault; reload it. ${error instanceof Error ? error.message : String(error)}`);
}

function show(text) {
  let box = find('#trouble');
  if (box === null) {
    box = make('p', { id: 'trouble', role: 'alert' });
    document.body.append(box);
  }
  setText(box, text);
  box.hidden = false;
  clearTimeout(hideTrouble);
  return box;
}

addEventListener('error', ({ error, message }) => showDefect(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => showDefect(reason));
