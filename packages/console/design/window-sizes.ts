/** The same for scripts, which ask without the `@media`. */
export const queries = {
  narrow: '(max-width: 1199px)',
  tiny: '(max-width: 759px), (max-height: 459px)',
} as const;

/** Below this three panes side by side leave none of them enough room: two of them share a column. */
export const narrow = `@media ${queries.narrow}` as const;
/** A small window, or a large one at 200 %: one pane under the other, and the page scrolls. */
export const tiny = `@media ${queries.tiny}` as const;
/** A window smaller than offices have, or a usual one enlarged: the bar stands in as many rows as it needs. */
export const cramped = '@media (max-width: 1023px), (max-height: 459px)';
/** A window so narrow that the search has a line of its own. */
export const slim = '@media (max-width: 599px)';
/** A small window, while the bar at the top leaves most of the height to what is below it. */
export const tinyAndHigh = '@media (max-width: 759px) and (min-height: 360px)';
