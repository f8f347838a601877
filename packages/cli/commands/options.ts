import { InvalidArgumentError } from 'commander';

const units = { h: 3_600_000, m: 60_000, s: 1_000 } as const;

/** A time as a person writes it: `15`, `2.5s`, `5m`, `1h`, `1m30s`; a number alone is seconds. In milliseconds. */
export function readDuration(text: string): number {
  const given = /^\d+(?:\.\d{1,3})?$/.test(text) ? `${text}s` : text;
  const parts = /^(?:(\d+(?:\.\d{1,3})?)h)?(?:(\d+(?:\.\d{1,3})?)m)?(?:(\d+(?:\.\d{1,3})?)s)?$/.exec(given);
  if (given === '' || parts === null)
    throw new InvalidArgumentError('Write a time, like 15 (seconds), 90s or 5m.');
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return Math.round(Number(hours) * units.h + Number(minutes) * units.m + Number(seconds) * units.s);
}

/** A time for people: `15 s`, `5 min`, `1 min 30 s`. */
export function showDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0 s';
  const hours = Math.floor(milliseconds / units.h);
  const minutes = Math.floor((milliseconds % units.h) / units.m);
  const seconds = (milliseconds % units.m) / units.s;
  const parts = [[hours, 'h'] as const, [minutes, 'min'] as const, [seconds, 's'] as const];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

export function readWholeNumber(text: string): number {
  if (!/^-?\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

export function readOnOff(text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('Write on or off.');
  return text === 'on';
}

/** What takes a setting away. Commander makes an empty text of what is null, so it stays a word until it is sent. */
export const none = 'none';
export type None = typeof none;

/** `none`, or what `read` makes of the text. */
export const orNone =
  <T>(read: (text: string) => T) =>
  (text: string): T | None =>
    text === none ? none : read(text);

/** For an option that may be given again and again. */
export const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];

/** For a list that is replaced as a whole; `none` empties it. */
export const collectOrNone = (text: string, before: readonly string[] | undefined): readonly string[] =>
  text === none ? [] : collect(text, before);
