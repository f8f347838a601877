export type TimeUnit = 'hour' | 'minute' | 'second';

/** `0:48`, `12:05`, `1:02:03`. */
export function clockTime(milliseconds: number): string {
  const { hours, minutes, seconds } = split(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A duration in its one or two largest units, for saying it aloud. */
export function largestUnits(milliseconds: number): readonly (readonly [TimeUnit, number])[] {
  const { hours, minutes, seconds } = split(milliseconds);
  const units: readonly (readonly [TimeUnit, number])[] = [
    ['hour', hours],
    ['minute', minutes],
    ['second', seconds],
  ];
  const first = units.findIndex(([, count]) => count > 0);
  if (first === -1) return [['second', 0]];
  return units.slice(first, first + 2).filter(([, count]) => count > 0);
}

function split(milliseconds: number): { hours: number; minutes: number; seconds: number } {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}
