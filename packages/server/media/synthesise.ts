import { promptRate, writeWav } from './wav-file.ts';

interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds from the beginning. */
  readonly startsAt: number;
  readonly seconds: number;
  /** Beside the other notes; how loud the whole is, {@link soften} decides. */
  readonly loudness: number;
}

/** A bell-like tone: a fundamental and two fading overtones under an envelope without clicks. */
function tone(note: Note, t: number): number {
  const age = t - note.startsAt;
  if (age < 0 || age > note.seconds) return 0;
  const attack = Math.min(1, age / 0.02);
  const decay = Math.exp((-3.2 * age) / note.seconds);
  const fade = Math.min(1, (note.seconds - age) / 0.05);
  const angle = 2 * Math.PI * note.pitch * age;
  const timbre = Math.sin(angle) + 0.28 * Math.sin(2 * angle) + 0.1 * Math.sin(3 * angle);
  return note.loudness * attack * decay * fade * timbre;
}

/** Every note ends within the sound, so that it ends, and begins again, in silence. */
function render(notes: readonly Note[], seconds: number): Buffer {
  const samples = new Float64Array(Math.round(seconds * promptRate));
  for (const note of notes) {
    const within = { ...note, seconds: Math.min(note.seconds, seconds - note.startsAt) };
    const from = Math.floor(within.startsAt * promptRate);
    const to = Math.min(samples.length, Math.ceil((within.startsAt + within.seconds) * promptRate));
    for (let i = from; i < to; i += 1) samples[i] = (samples[i] ?? 0) + tone(within, i / promptRate);
  }
  return writeWav(soften(samples));
}

/** The loudness of telephone speech, as a mean over the sound: -20 dB of full scale. */
const meanLevel = 10 ** (-20 / 20);
/** No moment is louder than this: -4 dB of full scale. */
const highestPeak = 10 ** (-4 / 20);

function soften(samples: Float64Array): Int16Array {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const scale = 32_767 * Math.min(meanLevel / Math.sqrt(power), highestPeak / peak);
  return Int16Array.from(samples, (sample) => Math.round(sample * scale));
}

/** Semitones from the A of 440 Hz. */
const pitchOf = (semitones: number): number => 440 * 2 ** (semitones / 12);

/** Broken chords in a quiet waltz, made here so that no rights are needed: 24 s, after which it begins again. */
export function defaultMusic(): Buffer {
  const chords = [
    [-12, -8, -5, 0],
    [-15, -8, -3, 0],
    [-19, -12, -7, -3],
    [-17, -10, -5, -2],
  ];
  const notes: Note[] = [];
  const step = 0.5;
  for (let bar = 0; bar < 16; bar += 1) {
    const chord = chords[Math.floor(bar / 2) % chords.length] ?? [];
    const order = bar % 2 === 0 ? [0, 2, 3] : [1, 3, 2];
    for (const [beat, voice] of order.entries()) {
      const semitones = chord[voice] ?? 0;
      notes.push({ pitch: pitchOf(semitones), startsAt: (bar * 3 + beat) * step, seconds: 1.6, loudness: 1 });
    }
  }
  return render(notes, 24);
}

interface Chime {
  /** One tone after the other. */
  readonly semitones: readonly number[];
  /** Seconds from one tone to the next. */
  readonly step: number;
  /** How long a tone rings. */
  readonly ring: number;
  /** How often the tones are heard, with a pause of one more step between. */
  readonly times?: number;
}

function chime({ semitones, step, ring, times = 1 }: Chime): Buffer {
  const round = (semitones.length + 1) * step;
  const notes = Array.from({ length: times }, (_, time) =>
    semitones.map((semitone, n) => ({
      pitch: pitchOf(semitone),
      startsAt: time * round + n * step,
      seconds: ring,
      loudness: 1,
    })),
  ).flat();
  const last = (times - 1) * round + (semitones.length - 1) * step;
  return render(notes, last + ring + 0.1);
}

/** Three rising tones: "you are through, one moment". 1.8 s. */
export const defaultGreeting = (): Buffer => chime({ semitones: [0, 4, 7], step: 0.35, ring: 1 });

/** Slowly falling to rest, twice: "nobody is here any more today". 6 s. */
export const defaultClosed = (): Buffer =>
  chime({ semitones: [7, 3, 0, -5], step: 0.55, ring: 1.5, times: 2 });

/** Two tones down, twice: "nobody can take your call now". 2.9 s. */
export const defaultSorry = (): Buffer => chime({ semitones: [3, -2], step: 0.45, ring: 1, times: 2 });

/** There and back, and up: "we call you". 2.7 s. */
export const defaultCallBack = (): Buffer => chime({ semitones: [0, 7, 0, 12], step: 0.4, ring: 1.4 });

/** Ding, dong: "a word about your waiting". 1.2 s. */
export const defaultPosition = (): Buffer => chime({ semitones: [12, 8], step: 0.3, ring: 0.8 });

/** The same two tones in turn, quickly, three times: "something is the matter". 3.9 s. */
export const defaultEmergency = (): Buffer =>
  chime({ semitones: [5, 11, 5, 11], step: 0.25, ring: 0.5, times: 3 });
