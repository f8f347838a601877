/**
 * The version of everything that crosses between server and console.
 *
 * 1  2026-11-23  the first: one call, all the way
 * 2  2026-11-23  consulting, parking, camping, targets of every kind; operators' states, queues' states, calls back, timelines
 */
export const contractVersion = 2;
