/** A row of a list that keeps its places. `isGone`: its place is kept, and there is nothing in it any more. */
export interface SteadyRow {
  readonly id: string;
  readonly isGone: boolean;
}

/**
 * The order of a list while the pointer is over it: nothing moves under the cursor. Who was shown keeps the place, who
 * is new comes to the end.
 */
export function steadyOrder(shown: readonly string[], wanted: readonly string[]): readonly SteadyRow[] {
  const isWanted = new Set(wanted);
  const wasShown = new Set(shown);
  return [
    ...shown.map((id) => ({ id, isGone: !isWanted.has(id) })),
    ...wanted.filter((id) => !wasShown.has(id)).map((id) => ({ id, isGone: false })),
  ];
}
