import { type ConsoleMessage, consoleMessageSchema } from '@switchboard/contract/commands/console-message';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { contractVersion } from '@switchboard/contract/version';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Result } from '@switchboard/kit/result';
import type { WebSocket } from 'ws';
import type { CalendarCommands } from '../handle/calendar-commands.ts';
import type { ConsoleCommands } from '../handle/console-commands.ts';
import type { Desk } from '../handle/desk.ts';
import type { HistoryCommands } from '../handle/history-commands.ts';
import type { MessageCommands } from '../handle/message-commands.ts';
import type { PeopleCommands } from '../handle/people-commands.ts';
import type { PreferenceCommands } from '../handle/preference-commands.ts';
import type { PeopleSearch } from '../people/people-search.ts';
import type { ConsoleFeed, PeopleFollow, PresenceListener, PresenceWatch } from './console-feed.ts';
import type { SignedIn } from './session-of.ts';

export interface ConsoleSocketParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly feed: ConsoleFeed;
  readonly presence: PresenceWatch;
  readonly peopleFeed: PeopleFollow;
  readonly search: Pick<PeopleSearch, 'search'>;
  readonly commands: ConsoleCommands;
  readonly desk: Desk;
  readonly people: PeopleCommands;
  readonly calendars: CalendarCommands;
  readonly history: HistoryCommands;
  readonly messages: MessageCommands;
  readonly preferences: PreferenceCommands;
  /** Told when the console has said hello and when it is gone. */
  readonly came: (signedIn: SignedIn) => Promise<string>;
  readonly went: (connectionId: string) => Promise<void>;
  /** Whether the session still holds, and with which queues. */
  readonly recheck: (signedIn: SignedIn) => Promise<SignedIn | undefined>;
}

/** A console says hello at once; one that does not is no console. */
const helloTime = 5_000;
/** More messages a second than a person types, with room for a burst. */
const messagesASecond = 40;
/** Bytes that may wait for a slow console before it is sent away to come back and resume. */
const longestBacklog = 4 * 1_048_576;

type CommandMessage = Exclude<ConsoleMessage, { type: 'hello' | 'watch' | 'search' }>;

type Farewell = 'restarting' | 'signedOut' | 'outdated' | 'misbehaved';

/** One console's connection, from its hello to its end. */
export class ConsoleSocket implements PresenceListener {
  readonly #parts: ConsoleSocketParts;
  readonly #socket: WebSocket;
  #signedIn: SignedIn;
  #leave: (() => void) | undefined;
  /** The queues that the feed was last told of. */
  #followed = '';
  #connectionId: string | undefined;
  #hasSaidHello = false;
  #isClosed = false;
  #second = 0;
  #count = 0;
  readonly #helloTimer: Cancel;

  constructor(socket: WebSocket, signedIn: SignedIn, parts: ConsoleSocketParts) {
    this.#socket = socket;
    this.#signedIn = signedIn;
    this.#parts = parts;
    this.#helloTimer = parts.clock.after(helloTime, () => this.close('misbehaved'));
    socket.on('message', (data, isBinary) => {
      this.#receive(isBinary ? '' : String(data as Buffer)).catch((error: unknown) => {
        parts.log.error('a console message failed', { error: asError(error) });
      });
    });
    socket.on('error', (error) => parts.log.info('a console connection failed', { error }));
    socket.on('close', () => {
      this.#closed().catch((error: unknown) => {
        parts.log.error('a console could not be signed off', { error: asError(error) });
      });
    });
  }

  get operator() {
    return this.#signedIn.operator;
  }

  get tokenHash(): string {
    return this.#signedIn.tokenHash;
  }

  get backlog(): number {
    return this.#socket.bufferedAmount;
  }

  send(frame: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.backlog > longestBacklog) {
      this.#parts.log.warn('a console is too slow and is asked to come back');
      this.#socket.terminate();
      return;
    }
    this.#socket.send(frame);
  }

  close(reason: Farewell): void {
    this.#say({ type: 'farewell', reason });
    this.#socket.close(1000, reason);
  }

  /** Told whose the session is now; undefined: it holds no more. Other queues than before come with a new welcome. */
  async sessionIs(operator: Operator | undefined): Promise<void> {
    if (operator === undefined) return this.close('signedOut');
    this.#signedIn = { ...this.#signedIn, operator };
    const leave = this.#leave;
    if (leave === undefined || this.#followed === queuesOf(operator)) return;
    this.#leave = undefined;
    leave();
    await this.#follow(undefined);
  }

  #say(message: FeedMessage): void {
    this.send(JSON.stringify(message));
  }

  async #receive(text: string): Promise<void> {
    const read = consoleMessageSchema.safeParse(parse(text));
    if (!read.success) {
      const id = idIn(text);
      const field = read.error.issues[0]?.path.join('.') ?? '';
      const remedy = 'send one JSON object as the contract describes it';
      this.#refuse(id, { code: 'malformed', field: field === '' ? 'message' : field, remedy });
      this.#countMessage(id);
      return;
    }
    const message = read.data;
    const unfit = fieldWithNul(message);
    if (unfit !== undefined) {
      const remedy = 'leave out the character U+0000';
      this.#refuse('id' in message ? message.id : '', { code: 'malformed', field: unfit, remedy });
      this.#countMessage('');
      return;
    }
    if (!this.#countMessage('id' in message ? message.id : '')) return;
    if (message.type === 'hello') return this.#hello(message);
    if (!this.#hasSaidHello) return this.close('misbehaved');
    return this.#take(message);
  }

  /** False when this is one message too many in this second. */
  #countMessage(id: string): boolean {
    const second = Math.floor(this.#parts.clock.now() / 1_000);
    this.#count = second === this.#second ? this.#count + 1 : 1;
    this.#second = second;
    if (this.#count <= messagesASecond) return true;
    if (this.#count > messagesASecond * 10) this.close('misbehaved');
    else this.#refuse(id, { code: 'tooMany' });
    return false;
  }

  async #hello(message: Extract<ConsoleMessage, { type: 'hello' }>): Promise<void> {
    if (this.#hasSaidHello) return this.close('misbehaved');
    if (message.version !== contractVersion) return this.close('outdated');
    this.#hasSaidHello = true;
    this.#helloTimer();
    try {
      this.#connectionId = await this.#parts.came(this.#signedIn);
    } catch (error) {
      return this.#turnAway(error);
    }
    await this.#follow(message.resumeFrom);
  }

  async #follow(resumeFrom: number | undefined): Promise<void> {
    this.#followed = queuesOf(this.operator);
    try {
      this.#leave = await this.#parts.feed.attach(this, resumeFrom);
      if (!this.#isClosed) await this.#parts.peopleFeed.follow(this);
    } catch (error) {
      this.#turnAway(error);
    }
    if (this.#isClosed) await this.#signOff();
  }

  /** Without a welcome the console would wait for ever: it is told to come again. */
  #turnAway(error: unknown): void {
    this.#parts.log.error('a console could not be welcomed', { error: asError(error) });
    this.close('restarting');
  }

  async #take(message: Exclude<ConsoleMessage, { type: 'hello' }>): Promise<void> {
    try {
      await this.#serve(message);
    } catch (error) {
      this.#parts.log.error('a command failed', { command: message.type, error: asError(error) });
      if ('id' in message) this.#refuse(message.id, { code: 'unavailable' });
    }
  }

  async #serve(message: Exclude<ConsoleMessage, { type: 'hello' }>): Promise<void> {
    switch (message.type) {
      case 'watch':
        this.#parts.presence.watch(this, message.personIds);
        this.#parts.peopleFeed.watch(this, message.personIds);
        return;
      case 'search':
        return this.#search(message);
      default:
        if (await this.#isStillSignedIn(message.id)) await this.#command(message);
    }
  }

  /** Of several that wait the newest alone is answered. */
  async #search(message: Extract<ConsoleMessage, { type: 'search' }>): Promise<void> {
    const found = await this.#parts.search.search(this.operator, message, this.#connectionId ?? '');
    if (found !== undefined) this.#say(found);
  }

  async #isStillSignedIn(id: string): Promise<boolean> {
    const signedIn = await this.#parts.recheck(this.#signedIn);
    if (signedIn === undefined) {
      this.#refuse(id, { code: 'notSignedIn' });
      this.close('signedOut');
      return false;
    }
    this.#signedIn = signedIn;
    return true;
  }

  async #command(message: CommandMessage): Promise<void> {
    const done = await this.#do(message);
    if (!done.ok) this.#refuse(message.id, done.refusal);
    else if (done.value === 'taken') this.#say({ type: 'answer', id: message.id });
    else this.#say(done.value);
  }

  #do(message: CommandMessage): Promise<Result<FeedMessage | 'taken', RefusalView>> {
    const { commands, desk, people, calendars, history, messages, preferences } = this.#parts;
    switch (message.type) {
      case 'readTimeline':
        return desk.timeline(this.operator, message);
      case 'setStatus':
      case 'switchQueue':
      case 'answerQueue':
      case 'callBack':
        return desk.command(this.operator, message);
      case 'setFavourite':
      case 'orderFavourites':
      case 'describePerson':
      case 'saveSharedContact':
      case 'removeSharedContact':
      case 'readPerson':
      case 'readFilters':
        return people.command(this.operator, message);
      case 'readSchedules':
      case 'readCalendar':
        return calendars.command(this.operator, message, this);
      case 'readHistory':
      case 'readCaller':
        return history.command(this.operator, message);
      case 'readMessageWays':
      case 'sendMessage':
      case 'wishMessage':
        return messages.command(this.operator, message);
      case 'savePreferences':
        return preferences.save(this.operator, message);
      default:
        return commands.call(this.operator, message);
    }
  }

  #refuse(id: string, refusal: RefusalView): void {
    this.#say({ type: 'answer', id, refusal });
  }

  async #closed(): Promise<void> {
    this.#isClosed = true;
    this.#helloTimer();
    this.#parts.presence.leave(this);
    this.#parts.peopleFeed.leave(this);
    await this.#signOff();
  }

  async #signOff(): Promise<void> {
    this.#leave?.();
    this.#leave = undefined;
    const id = this.#connectionId;
    this.#connectionId = undefined;
    if (id !== undefined) await this.#parts.went(id);
  }
}

const queuesOf = ({ queueIds }: Operator): string => queueIds.toSorted().join(' ');

/** The first field that holds the one character that PostgreSQL cannot keep in a text. */
const fieldWithNul = (message: object): string | undefined => {
  for (const [field, value] of Object.entries(message) as [string, unknown][]) {
    if (typeof value === 'string' && value.includes('\0')) return field;
    const within = typeof value === 'object' && value !== null ? fieldWithNul(value) : undefined;
    if (within !== undefined) return `${field}.${within}`;
  }
  return undefined;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The id of a message that does not fit otherwise, so that its sender learns of the refusal. */
function idIn(text: string): string {
  const value = parse(text);
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : '';
  return typeof id === 'string' ? id.slice(0, 64) : '';
}
