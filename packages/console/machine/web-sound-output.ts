import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { Cell, type Readable } from '../connection/cell.ts';
import { ringSamples } from './ring-samples.ts';
import type { Loudspeakers, Ring, SoundOutput, SoundState } from './sound-output.ts';
import { routeOf, type SoundRoute } from './sound-route.ts';

/** Firefox lets a page ask for one loudspeaker: https://www.w3.org/TR/audio-output/ */
type OutputDevices = MediaDevices & { selectAudioOutput?: () => Promise<MediaDeviceInfo> };

/** Seconds of a fade: shorter clicks, longer is no longer "at once". */
const fade = 0.03;
/** An open line to the loudspeaker keeps some systems awake: it is closed when nothing has sounded for so long. */
const restsAfter = 5_000;

interface Sounding {
  readonly ring: Ring;
  readonly stop: () => void;
}

/** The sound of this page, by Web Audio. A ring is a loop that needs no timer, so that a page in the back keeps time. */
export class WebSoundOutput implements SoundOutput {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #state: Cell<SoundState>;
  readonly #speakers = new Cell<Loudspeakers>({ kind: 'fixed' });
  readonly #context: AudioContext | undefined;
  readonly #route: SoundRoute | undefined;
  readonly #devices: OutputDevices | undefined;
  #sounding: Sounding | undefined;
  #cancelRest: Cancel = () => {};

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
    this.#context = 'AudioContext' in window ? new AudioContext() : undefined;
    this.#state = new Cell<SoundState>(this.#context === undefined ? 'missing' : 'blocked');
    if (this.#context === undefined) return;
    this.#route = routeOf(this.#context);
    this.#context.addEventListener('statechange', () => this.#looked());
    this.#looked();
    // Without a secure connection the browser tells of no devices.
    this.#devices = 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;
    this.#devices?.addEventListener('devicechange', () => void this.#listSpeakers());
    void this.#listSpeakers();
  }

  get state(): Readable<SoundState> {
    return this.#state;
  }

  get speakers(): Readable<Loudspeakers> {
    return this.#speakers;
  }

  unlock(): void {
    if (this.#state.getSnapshot() === 'blocked') this.#wake();
  }

  ring(ring: Ring): void {
    if (JSON.stringify(this.#sounding?.ring) === JSON.stringify(ring)) return;
    this.#sounding?.stop();
    this.#sounding = { ring, stop: this.#start(ring, true) };
  }

  silence(): void {
    this.#sounding?.stop();
    this.#sounding = undefined;
    this.#restSoon();
  }

  tryOut(ring: Ring): void {
    this.#start(ring, false);
    if (this.#sounding === undefined) this.#restSoon();
  }

  async nameSpeakers(): Promise<boolean> {
    try {
      if (this.#devices?.selectAudioOutput !== undefined) await this.#devices.selectAudioOutput();
      else {
        const stream = await this.#devices?.getUserMedia({ audio: true });
        for (const track of stream?.getTracks() ?? []) track.stop();
      }
    } catch (error) {
      this.#log.info('the loudspeakers were not named', { why: String(error) });
    }
    await this.#listSpeakers();
    return this.#speakers.getSnapshot().kind === 'named';
  }

  async use(deviceId: string): Promise<boolean> {
    try {
      await this.#route?.lead(deviceId);
      return true;
    } catch (error) {
      this.#log.info('a loudspeaker cannot be used', { why: String(error) });
      return false;
    }
  }

  /** Returns how to stop it. */
  #start(ring: Ring, isLoop: boolean): () => void {
    const context = this.#context;
    const route = this.#route;
    if (context === undefined || route === undefined) return () => {};
    this.#wake();
    const source = new AudioBufferSourceNode(context, { buffer: bufferOf(context, ring), loop: isLoop });
    const gain = new GainNode(context, { gain: ring.gain });
    source.connect(gain).connect(route.entry);
    source.start();
    return () => {
      const now = context.currentTime;
      gain.gain.setValueAtTime(ring.gain, now);
      gain.gain.linearRampToValueAtTime(0, now + fade);
      source.stop(now + fade);
    };
  }

  #wake(): void {
    this.#cancelRest();
    this.#context?.resume().catch((error: unknown) => {
      this.#log.warn('the sound does not start', { why: String(error) });
    });
  }

  #restSoon(): void {
    this.#cancelRest();
    this.#cancelRest = this.#clock.after(restsAfter, () => {
      this.#context?.suspend().catch((error: unknown) => {
        this.#log.warn('the sound does not rest', { why: String(error) });
      });
    });
  }

  /** Once it has run it may run again; a rest of ours is no block of the browser's. */
  #looked(): void {
    if (this.#context?.state !== 'running' || this.#state.getSnapshot() === 'ready') return;
    this.#state.set('ready');
    if (this.#sounding === undefined) this.#restSoon();
  }

  async #listSpeakers(): Promise<void> {
    if (this.#devices === undefined || this.#route?.canChoose !== true) return;
    try {
      const outputs = (await this.#devices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput');
      const list = outputs
        .filter(({ deviceId, label }) => label !== '' && deviceId !== '' && deviceId !== 'default')
        .map(({ deviceId, label }) => ({ deviceId, label }));
      this.#speakers.set(list.length === 0 ? { kind: 'unnamed' } : { kind: 'named', list });
    } catch (error) {
      this.#log.warn('the loudspeakers cannot be listed', { why: String(error) });
    }
  }
}

/** The ring and the silence after it. */
function bufferOf(context: AudioContext, { sound, hasSecondVoice, every }: Ring): AudioBuffer {
  const rate = context.sampleRate;
  const samples = ringSamples(sound, hasSecondVoice, rate);
  const buffer = context.createBuffer(1, Math.max(samples.length, Math.round((every / 1_000) * rate)), rate);
  buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
  return buffer;
}
