import type { RingSound } from '@switchboard/contract/preferences/ringing';

interface Note {
  /** Semitones from the A of 880 Hz. */
  readonly pitch: number;
  /** Seconds from the beginning of the ring. */
  readonly at: number;
  readonly lasts: number;
}

interface Voice {
  readonly notes: readonly Note[];
  /** How strong each multiple of the pitch is, the first being the pitch itself. */
  readonly overtones: readonly number[];
  /** How fast a note dies away; 0: it stands until its end. */
  readonly decay: number;
}

const note = (pitch: number, at: number, lasts: number): Note => ({ pitch, at, lasts });

/** Made here, so that they belong to nobody else. Middle pitches: high ones are the first that ears lose. */
const voices: Readonly<Record<RingSound, Voice>> = {
  chime: {
    notes: [note(-2, 0, 0.9), note(-6, 0.28, 0.9), note(-9, 0.56, 1.1)],
    overtones: [1, 0.3, 0.1],
    decay: 3.4,
  },
  bell: {
    notes: [note(-5, 0, 1.4), note(-5, 0.5, 1.4)],
    // The multiples of a bell are not whole; these stand near enough to beat slowly.
    overtones: [1, 0, 0.5, 0, 0.24, 0.16],
    decay: 4,
  },
  marimba: {
    notes: [note(-12, 0, 0.3), note(-5, 0.15, 0.3), note(-8, 0.3, 0.3), note(0, 0.45, 0.5)],
    overtones: [1, 0, 0, 0.25],
    decay: 6,
  },
  pulse: {
    notes: [note(-9, 0, 0.16), note(-9, 0.24, 0.16), note(-9, 0.48, 0.16)],
    overtones: [1, 0.15],
    decay: 0,
  },
};

/** The second voice: a fifth above, a little behind, and weaker. */
const second = { above: 7, behind: 0.07, share: 0.5 };
/** -4 dB of full scale. */
const peak = 10 ** (-4 / 20);
/** Seconds; anything faster clicks. */
const edge = 0.012;

/** One ring: -1 to 1, from silence to silence. */
export function ringSamples(sound: RingSound, hasSecondVoice: boolean, rate: number): Float32Array {
  const { notes, overtones, decay } = voices[sound];
  const along = hasSecondVoice
    ? notes.map(({ pitch, at, lasts }) => note(pitch + second.above, at + second.behind, lasts))
    : [];
  const seconds = Math.max(...[...notes, ...along].map(({ at, lasts }) => at + lasts));
  const samples = new Float32Array(Math.ceil(seconds * rate) + 1);
  for (const each of notes) addNote(samples, each, { overtones, decay, rate, share: 1 });
  for (const each of along) addNote(samples, each, { overtones, decay, rate, share: second.share });
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample * peak) / loudest);
}

interface NoteStyle extends Pick<Voice, 'overtones' | 'decay'> {
  readonly rate: number;
  readonly share: number;
}

function addNote(samples: Float32Array, { pitch, at, lasts }: Note, style: NoteStyle): void {
  const { overtones, decay, rate, share } = style;
  const hertz = 880 * 2 ** (pitch / 12);
  const from = Math.round(at * rate);
  const count = Math.round(lasts * rate);
  for (let i = 0; i < count; i += 1) {
    const age = i / rate;
    const envelope = Math.min(1, age / edge, (lasts - age) / edge) * Math.exp(-decay * age);
    const angle = 2 * Math.PI * hertz * age;
    const tone = overtones.reduce((sum, strength, n) => sum + strength * Math.sin((n + 1) * angle), 0);
    samples[from + i] = (samples[from + i] ?? 0) + share * envelope * tone;
  }
}
