import * as z from 'zod/mini';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { Loudspeaker, SoundOutput } from '../../machine/sound-output.ts';
import type { ConsoleModel } from '../console-model.ts';
import type { TextStorage } from '../kept-preferences.ts';

/** Where it rings. `gone`: at the system's own loudspeaker, since the one that was chosen is not there. */
export interface SpeakerChoice {
  /** Absent: the system's own. */
  readonly chosen: Loudspeaker | undefined;
  readonly isGone: boolean;
}

const storageKey = 'switchboard.ring-speaker';
const keptSchema = z.object({ deviceId: z.string(), label: z.string() });

/** The loudspeaker that rings: of this machine, so kept in this browser and not with the operator's preferences. */
export class RingSpeaker {
  readonly #model: ConsoleModel;
  readonly #output: SoundOutput;
  readonly #storage: TextStorage;
  readonly #state: Cell<SpeakerChoice>;
  /** What the output was told last. */
  #used = '';

  constructor(model: ConsoleModel, output: SoundOutput, storage: TextStorage) {
    this.#model = model;
    this.#output = output;
    this.#storage = storage;
    this.#state = new Cell<SpeakerChoice>({ chosen: this.#kept(), isGone: false });
    output.speakers.subscribe(() => void this.#follow());
    void this.#follow();
  }

  get state(): Readable<SpeakerChoice> {
    return this.#state;
  }

  /** Undefined: the system's own. */
  async choose(speaker: Loudspeaker | undefined): Promise<void> {
    this.#state.set({ chosen: speaker, isGone: false });
    try {
      this.#storage.setItem(storageKey, speaker === undefined ? '' : JSON.stringify(speaker));
    } catch {
      // A browser that keeps nothing rings there until it is closed.
    }
    await this.#follow();
  }

  /** Leads the sound to the one chosen while it is there; where names are not told it is tried blindly. */
  async #follow(): Promise<void> {
    const { chosen } = this.#state.getSnapshot();
    const speakers = this.#output.speakers.getSnapshot();
    const isListed =
      speakers.kind !== 'named' || speakers.list.some(({ deviceId }) => deviceId === chosen?.deviceId);
    const wanted = chosen !== undefined && isListed ? chosen.deviceId : '';
    const isThere = wanted === this.#used || (await this.#output.use(wanted));
    if (this.#state.getSnapshot().chosen !== chosen) return;
    if (isThere) this.#used = wanted;
    else if (this.#used !== '' && (await this.#output.use(''))) this.#used = '';
    const isGone = chosen !== undefined && (wanted === '' || !isThere) && speakers.kind !== 'fixed';
    const wasGone = this.#state.getSnapshot().isGone;
    this.#state.set({ chosen, isGone });
    if (isGone && !wasGone) this.#model.complain(this.#model.texts.announcements.speakerGone);
  }

  #kept(): Loudspeaker | undefined {
    try {
      return keptSchema.parse(JSON.parse(this.#storage.getItem(storageKey) ?? ''));
    } catch {
      // Nothing chosen, nonsense, or a browser that keeps nothing: the system's own.
      return undefined;
    }
  }
}
