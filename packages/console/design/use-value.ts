import { useSyncExternalStore } from 'react';

/** Something that has a value now and says when it has another. */
export interface Watchable<T> {
  getSnapshot(): T;
  subscribe(listener: () => void): () => void;
}

/**
 * A part of the value; the component is drawn again only when that part changes.
 *
 * @param select gives the same object for as long as the part is the same
 */
export const useSelected = <T, Part>(
  { subscribe, getSnapshot }: Watchable<T>,
  select: (value: T) => Part,
): Part => useSyncExternalStore(subscribe, () => select(getSnapshot()));

/** The value now; the component is drawn again when it changes. */
export const useValue = <T>({ subscribe, getSnapshot }: Watchable<T>): T =>
  useSyncExternalStore(subscribe, getSnapshot);
