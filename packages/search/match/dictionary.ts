import { lowerBound } from '../segment/lower-bound.ts';
import { type Segment, tokenCount } from '../segment/segment.ts';

/** Negative, 0 or positive as the token, cut to the length of the text, is before, at or behind the text. */
function compareStart({ tokenStarts, tokenUnits }: Segment, token: number, text: string): number {
  const from = tokenStarts[token] ?? 0;
  const length = (tokenStarts[token + 1] ?? 0) - from;
  for (let n = 0; n < text.length; n += 1) {
    if (n >= length) return -1;
    const difference = (tokenUnits[from + n] ?? 0) - text.charCodeAt(n);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first token that is not before the text. */
export const tokenFrom = (segment: Segment, text: string): number =>
  lowerBound(0, tokenCount(segment), (token) => compareStart(segment, token, text) < 0);

/** Behind the last token that begins with the text. */
export const tokenAfter = (segment: Segment, text: string, from = 0): number =>
  lowerBound(from, tokenCount(segment), (token) => compareStart(segment, token, text) <= 0);

export const tokenLength = ({ tokenStarts }: Segment, token: number): number =>
  (tokenStarts[token + 1] ?? 0) - (tokenStarts[token] ?? 0);
