import { clearLostConnection, showLostConnection, showTrouble, unattended } from './trouble.js';

/** Asks the simulator. A refusal is shown to the visitor and gives undefined. */
export async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    showLostConnection();
    return undefined;
  }
  const answer = await response.json().catch(() => undefined);
  if (response.ok) {
    if (method === 'GET') clearLostConnection();
    return answer;
  }
  showTrouble(answer?.error ?? `The simulator answered ${response.status}.`);
  return undefined;
}

export const get = (path) => ask('GET', path);
export const post = (path, body = {}) => ask('POST', path, body);

/**
 * Calls `look` now and after every change of the world, one run at a time. A browser opens only six connections
 * to a host, so of all open pages one holds the stream and tells the others. Gives a function that looks once more;
 * its promise is kept when a look that began after the call is over.
 */
export function follow(look) {
  let running;
  let again = false;
  const lookWhileAsked = async () => {
    while (again) {
      again = false;
      await look();
    }
  };
  const refresh = () => {
    again = true;
    running ??= lookWhileAsked().finally(() => {
      running = undefined;
    });
    return running;
  };
  const lookAgain = () => unattended(refresh());
  const channel = new BroadcastChannel('simulator-changes');
  channel.addEventListener('message', lookAgain);
  const listen = () =>
    new Promise(() => {
      const stream = new EventSource('/control/events');
      stream.addEventListener('change', () => {
        channel.postMessage('change');
        lookAgain();
      });
      // While the simulator is away the stream comes back by itself; the page says so meanwhile.
      stream.addEventListener('error', () => {
        channel.postMessage('lost');
        lookAgain();
      });
    });
  // The lock is held as long as the page is open; the next page in line then takes over.
  unattended(navigator.locks === undefined ? listen() : navigator.locks.request('simulator-events', listen));
  lookAgain();
  return refresh;
}

let ahead = 0;

/** The simulator's clock runs ahead of this machine's by so much; told by each picture of the truth. */
export function setClock(at) {
  ahead = at - Date.now();
}

/** `0:07`, `12:30`, `1:02:03` since a moment of the simulator's clock. */
export function since(moment, until = Date.now() + ahead) {
  const seconds = Math.max(0, Math.floor((until - moment) / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Runs `tick` each second, for the timers on a page. */
export function everySecond(tick) {
  setInterval(() => tick(), 1000);
}

export async function truth() {
  const answer = await get('/control/truth');
  if (answer !== undefined) setClock(answer.at);
  return answer;
}
