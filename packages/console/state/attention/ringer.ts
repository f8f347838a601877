import type { Preferences } from '@switchboard/contract/preferences/sections';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { SoundOutput } from '../../machine/sound-output.ts';
import type { ConsoleModel } from '../console-model.ts';
import type { CallingWatch } from './calling-watch.ts';
import { ringAt } from './ring-plan.ts';
import type { RingerState } from './ringer-state.ts';

export interface RingerParts {
  readonly model: ConsoleModel;
  readonly watch: CallingWatch;
  readonly output: SoundOutput;
  /** Asked for when this window can sound; true while it is the one window that rings. */
  readonly takePart: () => Readable<boolean>;
}

/** Rings while something calls for the operator, in one window, and stops at once when nothing does. */
export class Ringer {
  readonly #parts: RingerParts;
  readonly #state = new Cell<RingerState>('quiet');
  #isOurs: Readable<boolean> | undefined;

  constructor(parts: RingerParts) {
    this.#parts = parts;
    const { model, watch, output } = parts;
    const sources = [watch.calling, model.preferences.of('ringing'), model.calls.arrangement, output.state];
    for (const source of sources) source.subscribe(() => this.#look());
    this.#look();
  }

  get state(): Readable<RingerState> {
    return this.#state;
  }

  /** How it sounds when a call has just come, once. */
  tryOut(): void {
    const { output } = this.#parts;
    output.unlock();
    // As loud as it gets: whoever tries wants to know the most.
    output.tryOut(ringAt(3, { ...this.#rules(), grows: false }, false));
  }

  #rules(): Preferences<'ringing'> {
    return this.#parts.model.preferences.of('ringing').getSnapshot();
  }

  #look(): void {
    const { watch, output } = this.#parts;
    const state = this.#find();
    if (state === 'rings') {
      const isSoft = watch.operatorNow.isTalking && this.#rules().whileTalking === 'softly';
      output.ring(ringAt(watch.calling.getSnapshot().step, this.#rules(), isSoft));
    } else if (this.#state.getSnapshot() === 'rings') output.silence();
    this.#state.set(state);
  }

  #find(): RingerState {
    const { watch, output } = this.#parts;
    const { rings, whileTalking } = this.#rules();
    if (!rings) return 'off';
    const sound = output.state.getSnapshot();
    if (sound !== 'ready') return sound;
    if (!this.#ours().getSnapshot()) return 'elsewhere';
    const isHushed = watch.operatorNow.isTalking && whileTalking === 'silent';
    return watch.calling.getSnapshot().calls.length > 0 && !isHushed ? 'rings' : 'quiet';
  }

  #ours(): Readable<boolean> {
    if (this.#isOurs !== undefined) return this.#isOurs;
    const isOurs = this.#parts.takePart();
    this.#isOurs = isOurs;
    isOurs.subscribe(() => this.#look());
    return isOurs;
  }
}
