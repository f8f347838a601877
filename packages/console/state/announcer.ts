import { type SpeechLevel, speechLevels } from '@switchboard/contract/preferences/speech';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';

export interface Announcement {
  readonly text: string;
  /** `assertive` interrupts what is being read: only what cannot wait. */
  readonly urgency: 'polite' | 'assertive';
  /** A later announcement of the same topic takes the place of one that has not been said yet. */
  readonly topic?: string;
  /** The level from which on it is said; without it at every level. */
  readonly from?: SpeechLevel;
  /** In place of the text at the level `brief`. */
  readonly brief?: string;
  /** Said behind the text at the level `full`. */
  readonly detail?: string | undefined;
}

/** How much is said, and whether this window is the one that says it. */
export interface Manner {
  readonly level: () => SpeechLevel;
  readonly isSpeaking: () => boolean;
}

/** What the two live regions hold now; the empty text between two sentences makes a repeated one heard. */
export interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

/** Screen readers miss text that is replaced faster than they look. */
const pauseBetween = 120;
/** A sentence stays at least so long before the next takes its place. */
const sentenceStays = 900;
/** The same sentence of the same topic within this time is the same event told twice. */
const sameEvent = 1_500;
/** More waiting than this is a flood: the oldest polite ones are not said. */
const longestQueue = 4;

/**
 * Says what matters once, what is urgent first, one sentence at a time. A window that does not speak only shows the
 * sentence.
 */
export class Announcer {
  readonly #clock: Clock;
  readonly #manner: Manner;
  readonly #spoken = new Cell<Spoken>({ polite: '', assertive: '' });
  readonly #latest = new Cell('');
  #queue: readonly Said[] = [];
  #saidAt = new Map<string, number>();
  #cancel: Cancel | undefined;

  constructor(clock: Clock, manner: Manner) {
    this.#clock = clock;
    this.#manner = manner;
  }

  get spoken(): Readable<Spoken> {
    return this.#spoken;
  }

  /** The sentence said last, for a line that eyes and braille displays can go back to. */
  get latest(): Readable<string> {
    return this.#latest;
  }

  say(announcement: Announcement): void {
    const said = atLevel(announcement, this.#manner.level());
    if (said === undefined || this.#wasJustSaid(said)) return;
    if (!this.#manner.isSpeaking()) return this.#latest.set(said.text);
    const others = this.#queue.filter(({ topic }) => topic === undefined || topic !== said.topic);
    this.#queue = shorten([...others, said]);
    if (this.#cancel === undefined) this.#next();
  }

  /** What waits to be said of this topic is true no more. */
  withdraw(topic: string): void {
    this.#queue = this.#queue.filter((said) => said.topic !== topic);
  }

  #wasJustSaid({ text, topic }: Said): boolean {
    if (topic === undefined) return false;
    const now = this.#clock.now();
    for (const [key, at] of this.#saidAt) if (now - at >= sameEvent) this.#saidAt.delete(key);
    const key = `${topic}\n${text}`;
    if (this.#saidAt.has(key)) return true;
    this.#saidAt.set(key, now);
    return false;
  }

  #next(): void {
    const next = this.#queue.find(({ urgency }) => urgency === 'assertive') ?? this.#queue[0];
    if (next === undefined) {
      this.#cancel = undefined;
      return;
    }
    this.#queue = this.#queue.filter((announcement) => announcement !== next);
    this.#spoken.update((spoken) => ({ ...spoken, [next.urgency]: '' }));
    this.#cancel = this.#clock.after(pauseBetween, () => {
      this.#spoken.update((spoken) => ({ ...spoken, [next.urgency]: next.text }));
      this.#latest.set(next.text);
      this.#cancel = this.#clock.after(sentenceStays, () => this.#next());
    });
  }
}

type Said = Pick<Announcement, 'text' | 'urgency' | 'topic'>;

/** What is said of an announcement at this level; undefined: nothing. */
function atLevel(
  { text, urgency, topic, from, brief, detail }: Announcement,
  level: SpeechLevel,
): Said | undefined {
  if (from !== undefined && speechLevels.indexOf(level) < speechLevels.indexOf(from)) return undefined;
  const short = level === 'brief' ? (brief ?? text) : text;
  const whole = level === 'full' && detail !== undefined ? `${short}. ${detail}` : short;
  return { text: whole, urgency, ...(topic === undefined ? {} : { topic }) };
}

/** Drops the oldest polite announcements beyond the limit; an urgent one is never dropped. */
function shorten(queue: readonly Said[]): readonly Said[] {
  let surplus = queue.length - longestQueue;
  return queue.filter(({ urgency }) => urgency === 'assertive' || surplus-- <= 0);
}
