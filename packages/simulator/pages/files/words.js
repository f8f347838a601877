/** `https://host/media/closed-message.wav` is shown as “Closed message”. */
export function promptName(uri) {
  const last = (uri ?? '').split(/[?#]/)[0].split('/').at(-1) ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A malformed address is shown as it is.
  }
  name = name
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  if (name === '' || /^[0-9a-f ]{16,}$/i.test(name)) return 'An announcement';
  return name[0].toUpperCase() + name.slice(1);
}

/** What somebody hears now, in words. */
export function hearingText(hears) {
  switch (hears?.kind) {
    case 'ringing':
      return 'Ringing';
    case 'silence':
      return 'Silence';
    case 'prompt':
      return promptName(hears.uri);
    case 'holdMusic':
      return 'Music on hold';
    case 'voicemail':
      return `Voicemail of ${hears.of}`;
    case 'talk':
      return `Talking with ${listOf(hears.with.map(numberText))}`;
    default:
      return 'Nothing';
  }
}

export function listOf(names) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Teams’ words for availability and activity. */
export function presenceText({ availability, activity }) {
  const words = (text) => text.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  if (activity === 'InACall') return 'In a call';
  if (activity === 'InAMeeting') return 'In a meeting';
  if (activity === 'Presenting') return 'Presenting';
  const text = words(availability === 'DoNotDisturb' ? 'DoNotDisturb' : availability);
  return text[0].toUpperCase() + text.slice(1);
}

/** The class of the little badge at an avatar. */
export function presenceClass({ availability }) {
  return `presence-${availability.replace(/Idle$/, '').toLowerCase()}`;
}

/** `+442079460100` as people write it; others stay as they are. */
export function numberText(number) {
  if (/^\+4420\d{8}$/.test(number)) return number.replace(/^\+4420(\d{4})(\d{4})$/, '+44 20 $1 $2');
  if (/^\+441632\d{6}$/.test(number)) return number.replace(/^\+441632(\d{6})$/, '+44 1632 $1');
  if (/^\+1\d{10}$/.test(number)) return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');
  return number;
}

export function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const first = [...(words[0] ?? '☎')][0];
  const last = words.length > 1 ? [...words.at(-1)][0] : '';
  return (first + last).toUpperCase();
}

export function hue(id) {
  return [...id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 6;
}
