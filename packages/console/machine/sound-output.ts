import type { RingSound } from '@switchboard/contract/preferences/ringing';
import type { Readable } from '../connection/cell.ts';

/** What is to sound, again and again, until it is told otherwise. */
export interface Ring {
  readonly sound: RingSound;
  /** 0 to 1, of what the loudspeaker gives. */
  readonly gain: number;
  /** A second, higher voice sounds along. */
  readonly hasSecondVoice: boolean;
  /** Milliseconds from the beginning of one ring to the next. */
  readonly every: number;
}

/** `blocked`: the browser lets a page sound only after a click or a key. `missing`: it cannot at all. */
export type SoundState = 'blocked' | 'ready' | 'missing';

export interface Loudspeaker {
  readonly deviceId: string;
  /** As the browser names it. */
  readonly label: string;
}

/** What is known of the loudspeakers. `fixed`: the browser does not let a page choose one. */
export type Loudspeakers =
  | { readonly kind: 'fixed' }
  /** Names are told only to pages that may hear the microphone. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'named'; readonly list: readonly Loudspeaker[] };

/** The sound of this page. */
export interface SoundOutput {
  readonly state: Readable<SoundState>;
  readonly speakers: Readable<Loudspeakers>;
  /** Within a click or a key press: sound is allowed from now on. */
  unlock(): void;
  /** Sounds from now on in place of what sounded before. The same again changes nothing. */
  ring(ring: Ring): void;
  /** Stops at once. */
  silence(): void;
  /** Sounds once, whatever else sounds. */
  tryOut(ring: Ring): void;
  /** Within a click: asks for the right to know the names. False: it was not given. */
  nameSpeakers(): Promise<boolean>;
  /** Sounds there from now on; '' is the system's own. False: there is no such loudspeaker now. */
  use(deviceId: string): Promise<boolean>;
}
