/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

/** Never shortens a pause. */
export const steady: Random = () => 0;

/** A pause of ours, shortened by up to a half, so that servers which were refused together do not come back together. */
export const jittered = (milliseconds: number, random: Random): number =>
  Math.ceil(milliseconds * (1 - random() / 2));
