import { useEffect, useState } from 'react';

/**
 * A part of the console that is fetched when the window has nothing else to do, or when it is first wanted. Absent
 * until it is here.
 *
 * @param load stays the same function
 * @param onFailed called when it is wanted and cannot be fetched: the connection is gone, or the server has another version
 */
export function useLoaded<T extends object>(
  isWanted: boolean,
  load: () => Promise<T>,
  onFailed: () => void,
): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  const isMissing = isWanted && loaded === undefined;
  useFetchedAhead(load);
  useEffect(() => {
    if (!isMissing) return;
    let isStill = true;
    load().then(
      (part) => {
        if (isStill) setLoaded(part);
      },
      () => {
        if (isStill) onFailed();
      },
    );
    return () => {
      isStill = false;
    };
  }, [isMissing, load, onFailed]);
  return loaded;
}

/** So that it opens at once, and also while the server is gone. */
function useFetchedAhead(load: () => Promise<object>): void {
  useEffect(() => {
    // Safari has no idle moments to ask for: there it is fetched when it is wanted.
    if (!('requestIdleCallback' in window)) return;
    // What cannot be fetched now is fetched again when it is wanted, and missed then.
    const handle = window.requestIdleCallback(() => void load().catch(() => undefined));
    return () => window.cancelIdleCallback(handle);
  }, [load]);
}
