/**
 * The version of everything that crosses between server and console.
 *
 * 1  2026-11-23  the first: one call, all the way
 * 2  2026-11-23  consulting, parking, camping, targets of every kind; operators' states, queues' states, calls back, timelines
 * 3  2026-11-29  people of several sources, their matches, favourites, notes, filters; presence with its source; calendars
 * 4  2026-11-29  messages that were put away are told of
 */
export const contractVersion = 4;
