import type { PersonId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';

/** A console that is told of presence. */
export interface PresenceScreen {
  /** Bytes that are sent and not taken yet. */
  readonly backlog: number;
  send(frame: string): void;
}

/** What a screen was told of somebody. */
interface Told {
  readonly asOf: Instant;
  readonly staleAt: Instant;
}

/** One person's newest presence, as it is said to every screen that shows them. */
export interface PresenceText extends Told {
  readonly text: string;
}

/** A screen with this many bytes under way is told later, and then the newest. */
const mostUnderWay = 262_144;

/** Who shows whom: what each screen of one tenant was told, and what it still has to be told. */
export class PresenceScreens {
  readonly #shown = new Map<PresenceScreen, Map<PersonId, Told | undefined>>();
  readonly #by = new Map<PersonId, Set<PresenceScreen>>();
  readonly #waiting = new Map<PresenceScreen, Set<PersonId>>();

  get isEmpty(): boolean {
    return this.#shown.size === 0;
  }

  /** Everybody whom any screen shows. */
  people(): readonly PersonId[] {
    return [...this.#by.keys()];
  }

  shows(personId: PersonId): boolean {
    return this.#by.has(personId);
  }

  /** A screen shows these people from now on and nobody else; whom it did not show before, it is told of. */
  show(screen: PresenceScreen, personIds: ReadonlySet<PersonId>): void {
    const before = this.#shown.get(screen) ?? new Map<PersonId, Told | undefined>();
    for (const personId of before.keys()) if (!personIds.has(personId)) this.#hide(screen, personId);
    const shown = new Map<PersonId, Told | undefined>();
    for (const personId of personIds) {
      shown.set(personId, before.get(personId));
      if (before.has(personId)) continue;
      const screens = this.#by.get(personId) ?? new Set();
      this.#by.set(personId, screens.add(screen));
      this.#wait(screen, personId);
    }
    this.#shown.set(screen, shown);
  }

  leave(screen: PresenceScreen): void {
    for (const personId of this.#shown.get(screen)?.keys() ?? []) this.#hide(screen, personId);
    this.#shown.delete(screen);
    this.#waiting.delete(screen);
  }

  /** Somebody's presence is another. */
  changed(personId: PersonId): void {
    for (const screen of this.#by.get(personId) ?? []) this.#wait(screen, personId);
  }

  /** Whoever was told of somebody what ends before then is to be told again. */
  refresh(before: Instant): void {
    for (const [screen, shown] of this.#shown)
      for (const [personId, told] of shown)
        if (told !== undefined && told.staleAt <= before) this.#wait(screen, personId);
  }

  /** Tells every screen what waits for it, one message each. Returns whether a slow one still waits. */
  tell(newest: (personId: PersonId) => PresenceText | undefined): boolean {
    let isSlow = false;
    for (const [screen, people] of this.#waiting) {
      if (screen.backlog > mostUnderWay) {
        isSlow = true;
        continue;
      }
      this.#waiting.delete(screen);
      this.#tellOne(screen, people, newest);
    }
    return isSlow;
  }

  #tellOne(
    screen: PresenceScreen,
    people: ReadonlySet<PersonId>,
    newest: (personId: PersonId) => PresenceText | undefined,
  ): void {
    const shown = this.#shown.get(screen);
    const texts: string[] = [];
    for (const personId of people) {
      const presence = newest(personId);
      if (shown === undefined || !shown.has(personId) || presence === undefined) continue;
      if (isSame(shown.get(personId), presence)) continue;
      shown.set(personId, presence);
      texts.push(presence.text);
    }
    if (texts.length > 0) screen.send(`{"type":"presence","presences":[${texts.join(',')}]}`);
  }

  #wait(screen: PresenceScreen, personId: PersonId): void {
    const waiting = this.#waiting.get(screen);
    if (waiting === undefined) this.#waiting.set(screen, new Set([personId]));
    else waiting.add(personId);
  }

  #hide(screen: PresenceScreen, personId: PersonId): void {
    const screens = this.#by.get(personId);
    screens?.delete(screen);
    if (screens?.size === 0) this.#by.delete(personId);
  }
}

/** Two changes in one moment differ in what they say, so the text is compared too. */
const isSame = (told: Told | undefined, presence: PresenceText): boolean =>
  told !== undefined && told === presence;
