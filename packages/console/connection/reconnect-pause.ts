/** A server that restarts is back within a second or two; a shorter first pause would only knock at a closed door. */
const firstPause = 250;
/** A person waits in front of the screen: the longest time between two tries. */
export const longestPause = 5_000;

/**
 * Milliseconds before the next try. Doubles with every failure up to {@link longestPause}; half of it is chance, so
 * that the consoles of a restarted server do not all come back in the same moment.
 *
 * @param failures tries that failed in a row, at least 1
 * @param random from 0 to 1
 */
export function reconnectPause(failures: number, random: number): number {
  const full = Math.min(longestPause, firstPause * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.5 + random / 2));
}
