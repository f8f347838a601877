import { useEffect } from 'react';
import { useValue, type Watchable } from './use-value.ts';

/**
 * Opens what an operator asks for by key, as often as they ask.
 *
 * @param wishes the newest of them; `count` tells two askings for one place apart
 * @param open stays the same function
 */
export function useWish<Place extends string>(
  wishes: Watchable<{ readonly place: Place; readonly count: number } | undefined>,
  place: Place,
  open: () => void,
): void {
  const wish = useValue(wishes);
  const count = wish?.place === place ? wish.count : undefined;
  useEffect(() => {
    if (count !== undefined) open();
  }, [count, open]);
}
