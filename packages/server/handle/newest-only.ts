/** Takes work, and does one piece of it at a time. */
export type NewestOnly = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/**
 * While something is being done only the newest of what comes waits: what waited before it is not done, and gives
 * undefined.
 */
export function createNewestOnly(): NewestOnly {
  let current: Promise<unknown> | undefined;
  let newest = 0;
  return async (work) => {
    const mine = (newest += 1);
    while (current !== undefined) {
      // Whether that went well is for whoever asked for it.
      await current.catch(() => undefined);
      if (mine !== newest) return undefined;
    }
    const done = work();
    current = done;
    try {
      return await done;
    } finally {
      if (current === done) current = undefined;
    }
  };
}
