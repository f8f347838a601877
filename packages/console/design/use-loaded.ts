import { useEffect, useState } from 'react';

/**
 * A part of the console that is fetched when it is first wanted. Absent until it is here.
 *
 * @param onFailed called when it cannot be fetched: the connection is gone, or the server has another version
 */
export function useLoaded<T extends object>(
  isWanted: boolean,
  load: () => Promise<T>,
  onFailed: () => void,
): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  const isMissing = isWanted && loaded === undefined;
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
