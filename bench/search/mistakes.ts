/** Keys beside each key, on the row and above it, of an English keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbourOf(letter: string, random: () => number): string {
  const row = rows.find((keys) => keys.includes(letter));
  if (row === undefined) return 'e';
  const at = row.indexOf(letter);
  return row[random() < 0.5 ? at + 1 : at - 1] ?? row[at === 0 ? 1 : at - 1] ?? 'e';
}

/** A name with one mistake as fingers make them: half of them swapped letters, else one left out, wrong, or doubled. */
export function mistyped(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const letter = (name[at] ?? '').toLowerCase();
  const kind = random();
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  if (kind < 0.5 && after !== '' && after[0] !== letter)
    return `${before}${after[0] ?? ''}${letter}${after.slice(1)}`;
  if (kind < 0.7) return `${before}${after}`;
  if (kind < 0.9) return `${before}${neighbourOf(letter, random)}${after}`;
  return `${before}${letter}${letter}${after}`;
}

/** How somebody spells who has heard a name and never seen it. Each is tried in turn; the first two that fit are taken. */
const soundings: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/ei|ey/, 'ai'],
  [/ck/, 'k'],
  [/tz/, 'z'],
  [/sch/, 'sh'],
  [/th/, 't'],
  [/y$/, 'ie'],
  [/wski$/, 'vsky'],
  [/c(?=[aou])/, 'k'],
  [/ss/, 's'],
  [/nn/, 'n'],
  [/ll/, 'l'],
  [/v/, 'w'],
  [/dt/, 't'],
  [/ie/, 'i'],
  [/x/, 'ks'],
  [/oo/, 'u'],
  [/z(?=.)/, 's'],
];

export function respelled(name: string): string {
  let text = name.toLowerCase();
  let changes = 0;
  for (const [heard, spelled] of soundings) {
    if (changes === 2 || !heard.test(text)) continue;
    text = text.replace(heard, spelled);
    changes += 1;
  }
  return text;
}
