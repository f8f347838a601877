interface Kind {
  readonly name: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}

const textAt = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text, (letter, n) => bytes[at + n] === letter.charCodeAt(0)).every(Boolean);

const startsWith = (text: string) => (bytes: Uint8Array) => textAt(bytes, 0, text);

/** Both begin with twelve set bits; the two layer bits say which of them it is, and AAC has none. */
const mpegFrame = (bytes: Uint8Array): boolean => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
const adtsFrame = (bytes: Uint8Array): boolean => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0;

/** In this order: AAC's first bytes would pass for MP3's. */
const kinds: readonly Kind[] = [
  { name: 'an MP3 file', matches: startsWith('ID3') },
  { name: 'an Ogg file (Vorbis or Opus)', matches: startsWith('OggS') },
  { name: 'a FLAC file', matches: startsWith('fLaC') },
  { name: 'an M4A or MP4 file', matches: (bytes) => textAt(bytes, 4, 'ftyp') },
  { name: 'an AIFF file', matches: (bytes) => textAt(bytes, 0, 'FORM') && textAt(bytes, 8, 'AIF') },
  { name: 'an AVI film', matches: (bytes) => textAt(bytes, 0, 'RIFF') && textAt(bytes, 8, 'AVI ') },
  { name: 'a WAV file with its bytes in reverse order (RIFX)', matches: startsWith('RIFX') },
  { name: 'a Sony Wave64 file', matches: startsWith('riff') },
  { name: 'a Core Audio file', matches: startsWith('caff') },
  { name: 'an AU file', matches: startsWith('.snd') },
  { name: 'an AMR file', matches: startsWith('#!AMR') },
  { name: 'a MIDI file, which holds notes and no sound', matches: startsWith('MThd') },
  {
    name: 'a Windows Media file (WMA)',
    matches: (bytes) => [0x30, 0x26, 0xb2, 0x75].every((byte, n) => bytes[n] === byte),
  },
  {
    name: 'a WebM or Matroska file',
    matches: (bytes) => [0x1a, 0x45, 0xdf, 0xa3].every((byte, n) => bytes[n] === byte),
  },
  { name: 'a ZIP archive', matches: startsWith('PK\u0003\u0004') },
  { name: 'an AAC file', matches: adtsFrame },
  { name: 'an MP3 file', matches: mpegFrame },
];

/** What a file is by its first bytes, with its article: "an MP3 file". None when we do not know it. */
export const nameFileKind = (bytes: Uint8Array): string | undefined =>
  kinds.find((kind) => kind.matches(bytes))?.name;
