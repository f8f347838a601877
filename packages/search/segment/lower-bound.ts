/** The first place from `low` to `high` that is not before what is sought; `high` if all are. */
export function lowerBound(low: number, high: number, isBefore: (place: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
