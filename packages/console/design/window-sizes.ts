/** Below this three panes side by side leave none of them enough room: the details go under the people. */
export const narrow = '@media (max-width: 1199px)';
/** A small window, or a large one at 200 %: one pane under the other, and the page scrolls. */
export const tiny = '@media (max-width: 759px), (max-height: 459px)';
/** The same, while the bar at the top leaves most of the height to what is below it. */
export const tinyAndHigh = '@media (max-width: 759px) and (min-height: 360px)';
