/** What Graph plays: WAV, PCM 16 bit, mono, at this rate (call-playPrompt page). */
const sampleRate = 16_000;

interface Note {
  /** Hertz. */
  readonly pitch: number;
  readonly startsAt: number;
  readonly seconds: number;
  /** 0 to 1. */
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

function render(notes: readonly Note[], seconds: number): Int16Array {
  const samples = new Int16Array(Math.round(seconds * sampleRate));
  for (const note of notes) {
    const from = Math.floor(note.startsAt * sampleRate);
    const to = Math.min(samples.length, Math.ceil((note.startsAt + note.seconds) * sampleRate));
    for (let i = from; i < to; i += 1) {
      const sum = (samples[i] ?? 0) + tone(note, i / sampleRate) * 32_767;
      samples[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
    }
  }
  return samples;
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
      notes.push({
        pitch: pitchOf(semitones),
        startsAt: (bar * 3 + beat) * step,
        seconds: 1.6,
        loudness: 0.16,
      });
    }
  }
  return wav(render(notes, 24));
}

/** Three rising tones: "you are through, one moment". 1.8 s. */
export function defaultGreeting(): Buffer {
  const notes = [0, 4, 7].map((semitones, n) => ({
    pitch: pitchOf(semitones),
    startsAt: n * 0.35,
    seconds: 1,
    loudness: 0.25,
  }));
  return wav(render(notes, 1.8));
}

function wav(samples: Int16Array): Buffer {
  const header = Buffer.alloc(44);
  const bytes = samples.length * 2;
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  const data = Buffer.from(samples.buffer, samples.byteOffset, bytes);
  return Buffer.concat([header, data]);
}

/** How long a WAV of ours plays, in milliseconds. */
export const wavMilliseconds = (file: Buffer): number =>
  Math.round(((file.length - 44) / 2 / sampleRate) * 1_000);
