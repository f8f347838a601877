import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { Hid, HidDevice, HidInputReport } from '../../machine/hid.ts';
import type { ConsoleModel } from '../console-model.ts';
import type { OperatorActions } from '../operator-actions.ts';
import { deedOf, type HeadsetDeed, HeadsetKeys, type HeadsetPress } from './headset-keys.ts';
import type { HeadsetState } from './headset-state.ts';
import {
  type HeadsetInput,
  type HeadsetLight,
  readKeys,
  type TelephonyLayout,
  telephonyLayout,
  telephonyPage,
  writeLights,
} from './telephony-layout.ts';

export interface HeadsetParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly hid: Hid | undefined;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  /** Whether this window is the one that speaks to the headset. */
  readonly isOurs: Readable<boolean>;
  readonly isRinging: Readable<boolean>;
}

interface Connected {
  readonly device: HidDevice;
  readonly layout: TelephonyLayout;
  readonly keys: HeadsetKeys;
}

/**
 * Teams ends its call a moment before we hear of it, and the headset tells us in between that it is on-hook; a headset
 * that is unplugged does so too. A hang-up of the operator's own still means the same call after this time.
 */
const hookSettles = 400;

/** A headset with keys, by WebHID. The sound is Teams' matter; here its keys act on calls and its lights show them. */
export class Headset {
  readonly #parts: HeadsetParts;
  readonly #state: Cell<HeadsetState>;
  #connected: Connected | undefined;
  /** The lights that it was sent last. */
  #lit: string | undefined;
  #sending: Promise<void> = Promise.resolve();
  readonly #heard = new WeakSet<HidDevice>();

  constructor(parts: HeadsetParts) {
    this.#parts = parts;
    const { hid, isOurs, isRinging, model } = parts;
    this.#state = new Cell<HeadsetState>({ kind: hid === undefined ? 'missing' : 'none' });
    if (hid === undefined) return;
    hid.addEventListener('connect', ({ device }) => void this.#plugged(device));
    hid.addEventListener('disconnect', ({ device }) => this.#unplugged(device));
    isOurs.subscribe(() => void this.#begin());
    for (const source of [isRinging, model.calls.arrangement, model.preferences.of('headset')])
      source.subscribe(() => this.#light());
    void this.#begin();
  }

  get state(): Readable<HeadsetState> {
    return this.#state;
  }

  /** Within a click: the operator chooses a headset, which is remembered by the browser. */
  async connect(): Promise<void> {
    const { hid, log } = this.#parts;
    try {
      const chosen = await hid?.requestDevice({ filters: [{ usagePage: telephonyPage }] });
      const device = chosen?.find(({ collections }) => telephonyLayout(collections)) ?? chosen?.[0];
      if (device === undefined) return;
      const before = this.#connected?.device;
      if (before !== undefined && before !== device) {
        this.#connected = undefined;
        await before.close();
      }
      await this.#plugged(device);
    } catch (error) {
      log.info('no headset was chosen', { why: String(error) });
    }
  }

  /** The browser forgets the headset until it is chosen again. */
  async disconnect(): Promise<void> {
    const known = this.#connected;
    this.#connected = undefined;
    this.#lit = undefined;
    this.#state.set({ kind: 'none' });
    await known?.device.forget();
  }

  async #begin(): Promise<void> {
    const { hid, isOurs, log } = this.#parts;
    if (!isOurs.getSnapshot()) return this.#state.set({ kind: 'elsewhere' });
    if (this.#state.getSnapshot().kind === 'elsewhere') this.#state.set({ kind: 'none' });
    try {
      for (const device of (await hid?.getDevices()) ?? []) await this.#plugged(device);
    } catch (error) {
      log.warn('the headsets cannot be listed', { why: String(error) });
    }
  }

  async #plugged(device: HidDevice): Promise<void> {
    if (this.#connected !== undefined || !this.#parts.isOurs.getSnapshot()) return;
    const name = device.productName;
    const layout = telephonyLayout(device.collections);
    if (layout === undefined) return this.#noteDeaf(name, device, 'it has no hook');
    try {
      if (!device.opened) await device.open();
    } catch (error) {
      return this.#noteDeaf(name, device, String(error));
    }
    // Another one may have been faster.
    if (this.#connected !== undefined) return;
    this.#connected = { device, layout, keys: new HeadsetKeys() };
    if (!this.#heard.has(device))
      device.addEventListener('inputreport', (report) => this.#hear(device, report));
    this.#heard.add(device);
    this.#state.set({
      kind: 'connected',
      name,
      keys: Object.keys(layout.inputs) as HeadsetInput[],
      lights: Object.keys(layout.outputs) as HeadsetLight[],
    });
    this.#lit = undefined;
    this.#light();
  }

  #noteDeaf(name: string, device: HidDevice, why: string): void {
    this.#parts.log.warn('a headset cannot be used', { why });
    if (telephonyLayout(device.collections) !== undefined || this.#state.getSnapshot().kind === 'none')
      this.#state.set({ kind: 'deaf', name });
  }

  #unplugged(device: HidDevice): void {
    if (this.#connected?.device !== device) return;
    const { model } = this.#parts;
    this.#connected = undefined;
    this.#state.set({ kind: 'unplugged', name: device.productName });
    const text = model.texts.announcements.headsetUnplugged;
    model.announcer.say({ text, urgency: 'polite', topic: 'headset' });
    // Another one may be there.
    void this.#begin();
  }

  #hear(device: HidDevice, { reportId, data }: HidInputReport): void {
    const connected = this.#connected;
    if (connected?.device !== device) return;
    const { model } = this.#parts;
    const isInCall = model.calls.arrangement.getSnapshot().talking.length > 0;
    for (const press of connected.keys.pressed(readKeys(connected.layout, reportId, data), isInCall))
      this.#follow(press, connected);
  }

  #follow(press: HeadsetPress, from: Connected): void {
    const deed = this.#deedOf(press);
    if (press !== 'onHook') return this.#do(deed);
    if (deed === undefined) return;
    this.#parts.clock.after(hookSettles, () => {
      const still = this.#deedOf(press);
      if (this.#connected === from && JSON.stringify(still) === JSON.stringify(deed)) this.#do(deed);
    });
  }

  #deedOf(press: HeadsetPress): HeadsetDeed | undefined {
    const { model } = this.#parts;
    if (model.line.state.getSnapshot().kind !== 'live') return undefined;
    const rules = model.preferences.of('headset').getSnapshot();
    return deedOf(press, model.calls.arrangement.getSnapshot(), rules);
  }

  #do(deed: HeadsetDeed | undefined): void {
    const { actions } = this.#parts;
    if (deed === undefined) return;
    if (deed.type === 'takeNext') actions.takeNext();
    else if (deed.type === 'end') actions.endAtOnce(deed.call);
    else actions.act(deed.action, deed.call);
  }

  /** Off-hook while the operator talks; ringing while something calls for them; on hold; mute where it means hold. */
  #light(): void {
    const { model, isRinging, log } = this.#parts;
    const { talking, held } = model.calls.arrangement.getSnapshot();
    const lights = new Set<HeadsetLight>();
    if (talking.length > 0) lights.add('offHook');
    else if (isRinging.getSnapshot()) lights.add('ring');
    if (talking.length === 0 && held.length > 0) {
      lights.add('hold');
      if (model.preferences.of('headset').getSnapshot().onMute === 'hold') lights.add('mute');
    }
    const connected = this.#connected;
    const lit = Array.from(lights).join();
    if (connected === undefined || lit === this.#lit) return;
    this.#lit = lit;
    for (const { reportId, data } of writeLights(connected.layout, lights)) {
      this.#sending = this.#sending
        .then(() => connected.device.sendReport(reportId, data))
        .catch((error: unknown) => log.info('a headset did not take its lights', { why: String(error) }));
    }
  }
}
