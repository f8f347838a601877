/** What the probe in a page knows. All times by the page's clock, in milliseconds. */
export interface Probe {
  /** From the navigation until the signed-in console, or what stands for it, was painted. */
  paintedAt: number | undefined;
  /** From the press of each key until its answer was painted, and until that had come. */
  readonly keys: { readonly painted: number; readonly answered: number }[];
  /** Frames that came, and how many were left out between them. */
  frames: { shown: number; dropped: number };
  /** How long each task was that kept the page longer than 50 ms. */
  readonly longTasks: number[];
  /** When a row of a call with this name and a button to take it was painted, by the machine's clock, and the call's id. */
  untilOffered(name: string): Promise<{ readonly at: number; readonly callId: string }>;
  startFrames(): void;
  /** Lets the page hear these as if the server had said them, a frame of the screen after every so many. */
  play(frames: readonly string[], atOnce: number): Promise<void>;
  /** Says something to the server. */
  send(text: string): void;
  /** The newest message of a type that came. */
  last(type: string): string | undefined;
}

declare global {
  interface Window {
    screenProbe: Probe;
  }
}

/**
 * Runs in the page before anything else. `selector` is what must be there for the page to be painted. An answer to a key
 * is a message with the id that the page has sent with `search` after it; it counts as painted at the second animation
 * frame behind it: the first is where the page draws it, the second begins when that is on the screen.
 */
export function installProbe(selector: string): void {
  const pressed: { at: number; id?: string }[] = [];
  const newest = new Map<string, string>();
  let socket: WebSocket | undefined;
  let lastFrame = 0;
  const twoFrames = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  const frame = 1_000 / 60;

  const onFrame = (at: number): void => {
    const missed = lastFrame === 0 ? 0 : Math.max(0, Math.round((at - lastFrame) / frame) - 1);
    probe.frames.shown += 1;
    probe.frames.dropped += missed;
    lastFrame = at;
    requestAnimationFrame(onFrame);
  };
  const probe: Probe = {
    paintedAt: undefined,
    keys: [],
    frames: { shown: 0, dropped: 0 },
    longTasks: [],
    async untilOffered(name) {
      const row = (): Element | undefined =>
        Array.from(document.querySelectorAll('[data-call-id]')).find(
          (each) =>
            each.textContent.includes(name) && each.querySelector('button')?.textContent.startsWith('Take'),
        );
      while (row() === undefined)
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
      await twoFrames();
      const at = performance.timeOrigin + performance.now();
      return { at, callId: row()?.getAttribute('data-call-id') ?? '' };
    },
    startFrames() {
      probe.frames = { shown: 0, dropped: 0 };
      probe.longTasks.length = 0;
      lastFrame = 0;
      requestAnimationFrame(onFrame);
    },
    async play(frames, atOnce) {
      for (let n = 0; n < frames.length; n += 1) {
        socket?.dispatchEvent(new MessageEvent('message', { data: frames[n] ?? '' }));
        if (n % atOnce === atOnce - 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await twoFrames();
    },
    send: (text) => socket?.send(text),
    last: (type) => newest.get(type),
  };
  window.screenProbe = probe;

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) probe.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  window.addEventListener(
    'keydown',
    (event) => void (event.key.length === 1 && pressed.push({ at: event.timeStamp })),
    { capture: true },
  );
  const look = (): void => {
    if (document.querySelector(selector) === null) return void requestAnimationFrame(look);
    void twoFrames().then(() => {
      probe.paintedAt = performance.now();
    });
  };
  requestAnimationFrame(look);

  const heard = (text: string): void => {
    const type = /^\{"type":"(\w+)"/.exec(text)?.[1] ?? '';
    newest.set(type, text);
    if (type !== 'people') return;
    const at = performance.now();
    const index = pressed.findIndex(({ id }) => id !== undefined && text.includes(id));
    const key = pressed[index];
    if (key === undefined) return;
    pressed.splice(0, index + 1);
    void twoFrames().then(() =>
      probe.keys.push({ painted: performance.now() - key.at, answered: at - key.at }),
    );
  };
  const keep = (opened: WebSocket): void => {
    socket = opened;
  };
  class ProbedSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      keep(this);
      this.addEventListener('message', ({ data }) => heard(String(data)));
    }
    override send(data: string): void {
      const { type, id, offset } = JSON.parse(data) as { type: string; id: string; offset?: number };
      const key = pressed.at(-1);
      // A page further down belongs to no key. What is asked again on a new connection does.
      if (type === 'search' && offset === undefined && key !== undefined) key.id = id;
      super.send(data);
    }
  }
  window.WebSocket = ProbedSocket;
}
