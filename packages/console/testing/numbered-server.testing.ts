import { type ConsoleMessage, consoleMessageSchema } from '@switchboard/contract/commands/console-message';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { ManualClock } from '@switchboard/kit/clock';
import type { OpenSocket, SocketListener } from '../connection/socket.ts';
import { me } from './sample-office.testing.ts';

/** As many events back the server still knows what changed. */
const longestResume = 12;

interface Line {
  readonly listener: SocketListener;
  /** Told since its hello. */
  isWelcome: boolean;
  /** Nothing arrives any more, and neither side knows. */
  isDead: boolean;
}

/**
 * A server's feed over sockets that a test breaks: numbered as the real one, several messages to a number, with a welcome
 * from any number. What was sent and not delivered is lost with the socket.
 */
export class NumberedServer {
  readonly calls = new Map<string, CallView>();
  readonly hellos: (number | undefined)[] = [];
  isUp = true;
  readonly #clock: ManualClock;
  readonly #changedAt = new Map<string, number>();
  readonly #ended: CallView[] = [];
  #lines: Line[] = [];
  #told: string[] = [];
  #seq = 0;

  constructor(clock: ManualClock) {
    this.#clock = clock;
  }

  readonly openSocket: OpenSocket = (listener) => {
    const line: Line = { listener, isWelcome: false, isDead: false };
    const close = (): void => {
      this.#lines = this.#lines.filter((each) => each !== line);
    };
    this.#lines.push(line);
    // A browser opens and refuses in a later turn.
    this.#clock.after(1, () => {
      if (!this.#lines.includes(line)) return;
      if (this.isUp) return listener.opened();
      close();
      listener.closed();
    });
    return { send: (text) => this.#heard(line, consoleMessageSchema.parse(JSON.parse(text))), close };
  };

  /** Several calls change at once, by one number; the socket breaks after `delivered` of the messages, if it does. */
  change(calls: readonly CallView[], delivered?: number): void {
    this.#seq += calls.length;
    for (const call of calls) {
      if (call.state === 'ended') this.calls.delete(call.callId);
      else this.calls.set(call.callId, call);
      this.#changedAt.set(call.callId, this.#seq);
    }
    const frames = calls.map((call) =>
      JSON.stringify({ type: 'call', seq: this.#seq, call } satisfies FeedMessage),
    );
    this.#ended.push(...calls.filter(({ state }) => state === 'ended'));
    for (const frame of frames.slice(0, delivered ?? frames.length)) this.#send(frame);
    if (delivered !== undefined) this.breakLines();
  }

  beat(): void {
    this.#send(JSON.stringify({ type: 'heartbeat', now: this.#clock.now() } satisfies FeedMessage));
  }

  /** The oldest of what was said lately comes once more, after what is newer. */
  repeat(count: number): void {
    for (const frame of this.#told.slice(0, count))
      for (const line of this.#live()) line.listener.heard(frame);
  }

  breakLines(): void {
    for (const line of this.#lines.splice(0)) if (!line.isDead) line.listener.closed();
  }

  /** As when a machine sleeps or a cable is pulled: nothing closes, nothing comes. */
  killLines(): void {
    for (const line of this.#lines) line.isDead = true;
  }

  #heard(line: Line, message: ConsoleMessage): void {
    if (message.type !== 'hello' || line.isDead) return;
    const { resumeFrom } = message;
    this.hellos.push(resumeFrom);
    const gap = resumeFrom === undefined ? -1 : this.#seq - resumeFrom;
    const isNear = resumeFrom !== undefined && gap >= 0 && gap <= longestResume;
    const changed = [...this.calls.values(), ...this.#ended].filter(
      ({ callId }) => (this.#changedAt.get(callId) ?? 0) > (resumeFrom ?? 0),
    );
    line.isWelcome = true;
    const welcome: FeedMessage = {
      ...{ type: 'welcome', seq: this.#seq, now: this.#clock.now(), resumed: isNear, me },
      ...{ calls: isNear ? changed : [...this.calls.values()], operators: [], callBacks: [] },
    };
    line.listener.heard(JSON.stringify(welcome));
  }

  #live(): readonly Line[] {
    return this.#lines.filter(({ isWelcome, isDead }) => isWelcome && !isDead);
  }

  #send(frame: string): void {
    this.#told = [...this.#told, frame].slice(-8);
    for (const line of this.#live()) line.listener.heard(frame);
  }
}
