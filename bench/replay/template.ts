/** A text with places for ids and instants, cut once and filled often. */
export interface Template {
  readonly pieces: readonly Piece[];
}

type Piece = string | { readonly id: string } | { readonly since: number };

/** Instants of this century, in milliseconds since 1970, as they stand in JSON. */
const instant = '\\b1[78]\\d{11}\\b';

/**
 * Cuts a text at the ids that differ from call to call, and at its instants.
 *
 * @param recordedAt what an instant of the text is counted from
 */
export function compileTemplate(text: string, ids: readonly string[], recordedAt: number): Template {
  const places = new RegExp(`(${[...ids, instant].join('|')})`);
  const pieces = text.split(places).map((piece, index): Piece => {
    if (index % 2 === 0) return piece;
    return ids.includes(piece) ? { id: piece } : { since: Number(piece) - recordedAt };
  });
  return { pieces };
}

/** The text for another call at another time. `idFor` gives the new id that stands for a recorded one. */
export function fillTemplate({ pieces }: Template, idFor: (recorded: string) => string, now: number): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else text += 'id' in piece ? idFor(piece.id) : String(now + piece.since);
  }
  return text;
}
