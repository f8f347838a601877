/**
 * The version of everything that crosses between server and console.
 *
 * 1  2026-11-23  the first: one call, all the way
 */
export const contractVersion = 1;
